import type { Forgotten } from '../domain/forgotten';
import type { Problem } from '../domain/outcome';
import { words } from '../i18n/words';
import type { Kept } from '../storage/kept';
import { asProblem } from './as-problem';
import { engine } from './engine';
import { fileKeys } from './file-keys';
import { notebook } from './notebook.svelte';
import { plain } from './plain';
import { project } from './project.svelte';
import { settings } from './settings';
import { siftedFiles } from './sifted-files';
import { tablesOf } from './tables-of';

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

  #kept: Kept | null = null;
  #list: Forgotten = { salt: freshSalt(), hashes: [] };
  /** Writes the project as it stands; gives what kept it from being written. */
  #keep: () => Promise<Problem | null> = () => Promise.resolve(null);

  async start(kept: Kept | null, keep: () => Promise<Problem | null>): Promise<void> {
    this.#kept = kept;
    this.#keep = keep;
    project.sift = (signal, files, choices) => this.#sift(signal, files, choices);
    const found = await kept?.forgotten();
    if (found?.ok && found.value) this.#list = found.value;
    else if (found && !found.ok) this.problem = found.error;
  }

  /** Nothing is kept any more, the list neither. */
  clear(): void {
    this.#list = { salt: freshSalt(), hashes: [] };
  }

  /** True where the customer is gone: from the open tables, from what is kept, and from what was written of them. */
  async forget(customer: string): Promise<boolean> {
    const { source } = project;
    if (!source) return false;
    this.working = true;
    this.problem = null;
    try {
      if (this.#kept?.role() === 'reader') throw words.forget.otherTab;
      if ((project.report?.identified.customers ?? 0) < 2) throw words.forget.last;
      await project.dismiss();
      const never = new AbortController().signal;
      const tables = await tablesOf(never, source.files, source.choices, silent, silent);
      const sifted = await engine.withoutCustomers(never, tables, customer, this.#list);
      this.#list = { ...this.#list, hashes: [...new Set([...this.#list.hashes, ...sifted.hashes])] };
      const written = await this.#kept?.keepForgotten(this.#list, notebook.forget(sifted.keys));
      if (written && !written.ok) throw written.error;
      const { values } = settings;
      const { files, choices } = siftedFiles(source.files, source.choices, sifted);
      await project.open(files, choices);
      // The same shop without one customer: what was set for it stays.
      if (project.source) settings.found(values, fileKeys(project.source));
      const unwritten = await this.#keep();
      if (unwritten) throw unwritten;
      return true;
    } catch (error) {
      this.problem = isProblem(error) ? error : asProblem(error);
      return false;
    } finally {
      this.working = false;
    }
  }

  /** The files without those who were forgotten; null where they name none of them. */
  async #sift(signal: AbortSignal, files: readonly File[], choices: Parameters<typeof siftedFiles>[1]) {
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
