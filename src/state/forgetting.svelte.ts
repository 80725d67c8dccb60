import type { Choices } from '../domain/choices';
import type { Forgotten } from '../domain/forgotten';
import type { Problem } from '../domain/outcome';
import { words } from '../i18n/words';
import type { Alongside, Standing } from '../storage/generations';
import type { Kept } from '../storage/kept';
import { asProblem } from './as-problem';
import { engine } from './engine';
import { notebook } from './notebook.svelte';
import { plain } from './plain';
import { project } from './project.svelte';
import { siftedFiles } from './sifted-files';
import { tablesOf } from './tables-of';

type Replace = (
  files: readonly File[],
  choices: Choices,
  alongside: Alongside | null,
) => Promise<Problem | null>;

const SALT_BYTES = 16;
const freshSalt = () =>
  [...crypto.getRandomValues(new Uint8Array(SALT_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/**
 * Customers who are to be forgotten: their rows are taken out of the files, and hashes of their keys are kept, so that they stay out when
 * the same export is opened again.
 */
class Forgetting {
  working = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** The customer the problem is about. */
  customer = $state('');

  #kept: Kept | null = null;
  #list: Forgotten = { salt: freshSalt(), hashes: [] };
  /** Replaces the open files with these, and keeps them in one step with what goes alongside (null: keeps nothing). */
  #replace: Replace = () => Promise.resolve(null);

  async start(kept: Kept | null, replace: Replace): Promise<void> {
    this.#kept = kept;
    this.#replace = replace;
    project.sift = (signal, files, choices) => this.#sift(signal, files, choices);
    await this.refresh();
  }

  /** Nothing is kept any more, the list neither. */
  clear(): void {
    this.#list = { salt: freshSalt(), hashes: [] };
  }

  /** Take in who was forgotten in another tab; true where there is somebody. */
  async refresh(): Promise<boolean> {
    const found = await this.#kept?.forgotten();
    if (found && !found.ok) this.problem = found.error;
    if (!found?.ok || !found.value) return false;
    const { hashes } = this.#list;
    this.#list = found.value;
    return found.value.hashes.some((hash) => !hashes.includes(hash));
  }

  /** What has to be kept with a project where the list was cleared from outside. */
  missingIn(standing: Standing | null): Alongside | undefined {
    const isThere = this.#list.hashes.length <= (standing?.forgotten ?? 0);
    return isThere ? undefined : { forgotten: this.#list, notes: [] };
  }

  /**
   * True where the customer is gone: from the open tables, from what is kept, and from what was written of them. The files without them,
   * the hashes and the notes are written in one step: a page that is closed at any moment leaves all as it was, or the customer forgotten.
   */
  async forget(customer: string): Promise<boolean> {
    const { source } = project;
    if (!source) return false;
    this.working = true;
    this.problem = null;
    this.customer = customer;
    try {
      if (this.#kept?.role() === 'reader') throw words.forget.otherTab;
      if ((project.report?.identified.customers ?? 0) < 2) throw words.forget.last;
      await project.dismiss();
      const never = new AbortController().signal;
      const tables = await tablesOf(never, source.files, source.choices, silent, silent);
      const sifted = await engine.withoutCustomers(never, tables, customer, this.#list);
      const list = { ...this.#list, hashes: [...new Set([...this.#list.hashes, ...sifted.hashes])] };
      const { files, choices } = siftedFiles(source.files, source.choices, sifted);
      const alongside = { forgotten: list, notes: notebook.placesOf(sifted.keys) };
      const unwritten = await this.#replace(files, choices, alongside);
      if (unwritten) {
        await this.#replace(source.files, source.choices, null);
        throw unwritten;
      }
      this.#list = list;
      notebook.forget(sifted.keys);
      return true;
    } catch (error) {
      this.problem = isProblem(error) ? error : asProblem(error);
      return false;
    } finally {
      this.working = false;
    }
  }

  /** The files without those who were forgotten; null where they name none of them. */
  async #sift(signal: AbortSignal, files: readonly File[], choices: Choices) {
    if (this.#list.hashes.length === 0) return null;
    await engine.prepare(signal, plain(choices));
    if ((await engine.forgottenIn(signal, this.#list)) === 0) return null;
    const tables = await tablesOf(signal, files, choices, silent, silent);
    return siftedFiles(files, choices, await engine.withoutCustomers(signal, tables, null, this.#list));
  }
}

const silent = () => undefined;
const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && !(error instanceof Error) && 'message' in error;

export const forgetting = new Forgetting();
