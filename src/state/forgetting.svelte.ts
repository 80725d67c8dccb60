import type { Choices } from '../domain/choices';
import type { Problem } from '../domain/outcome';
import { words } from '../i18n/words';
import type { Alongside } from '../storage/generations';
import type { Kept } from '../storage/kept';
import { asProblem } from './as-problem';
import { forgottenList } from './forgotten-list';
import { notebook } from './notebook.svelte';
import { project } from './project.svelte';
import { settings } from './settings';
import { siftedFiles } from './sifted-files';

type Replace = (
  files: readonly File[],
  choices: Choices,
  alongside: Alongside | null,
) => Promise<Problem | null>;

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
  /** Replaces the open files with these, and keeps them in one step with what goes alongside (null: keeps nothing). */
  #replace: Replace = () => Promise.resolve(null);

  async start(kept: Kept | null, replace: Replace): Promise<void> {
    this.#kept = kept;
    this.#replace = replace;
    forgottenList.start(kept);
    await this.refresh();
  }

  /** Take in who was forgotten in another tab; true where there is somebody. */
  async refresh(): Promise<boolean> {
    const refreshed = await forgottenList.refresh();
    if (!refreshed.ok) this.problem = refreshed.error;
    return refreshed.ok && refreshed.value;
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
      const sifted = await forgottenList.leaveOut(customer, source.files, source.choices);
      const list = forgottenList.with(sifted.hashes);
      const { files, choices } = siftedFiles(source.files, source.choices, sifted);
      const alongside = { forgotten: list, notes: notebook.placesOf(sifted.keys) };
      const putBack = settings.forget([...sifted.keys, ...(await namesOf(customer))]);
      const unwritten = await this.#replace(files, choices, alongside);
      if (unwritten) {
        putBack();
        await this.#replace(source.files, source.choices, null);
        throw unwritten;
      }
      forgottenList.take(list);
      notebook.forget(sifted.keys);
      return true;
    } catch (error) {
      this.problem = isProblem(error) ? error : asProblem(error);
      return false;
    } finally {
      this.working = false;
    }
  }
}

/** How a customer is called and reached, by the last order. */
async function namesOf(customer: string): Promise<string[]> {
  const { rowsBehind } = await import('./question.svelte');
  const { rows } = await rowsBehind({ kind: 'customer', part: 'figures', customer }, 1);
  const { name, email, phone } = rows[0] ?? {};
  return [customer, name, email, phone].flatMap((text) => (typeof text === 'string' && text ? [text] : []));
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && !(error instanceof Error) && 'message' in error;

export const forgetting = new Forgetting();
