import type { Choices } from '../domain/choices';
import type { Forgotten } from '../domain/forgotten';
import { ok, type Outcome } from '../domain/outcome';
import type { Alongside, Standing } from '../storage/generations';
import type { Kept } from '../storage/kept';
import { engine } from './engine';
import { plain } from './plain';
import { siftedFiles } from './sifted-files';
import { tablesOf } from './tables-of';

const SALT_BYTES = 16;
const freshSalt = () =>
  [...crypto.getRandomValues(new Uint8Array(SALT_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

const silent = () => undefined;

/** Hashes of the customers who were forgotten, so that they stay out when the same export is opened again. */
class ForgottenList {
  #kept: Kept | null = null;
  #list: Forgotten = { salt: freshSalt(), hashes: [] };

  start(kept: Kept | null): void {
    this.#kept = kept;
  }

  clear(): void {
    this.#list = { salt: freshSalt(), hashes: [] };
  }

  /** The list with these hashes too. */
  with(hashes: readonly string[]): Forgotten {
    return { ...this.#list, hashes: [...new Set([...this.#list.hashes, ...hashes])] };
  }

  take(list: Forgotten): void {
    this.#list = list;
  }

  /** Take in who was forgotten in another tab; true where there is somebody. */
  async refresh(): Promise<Outcome<boolean>> {
    const found = await this.#kept?.forgotten();
    if (found && !found.ok) return found;
    if (!found?.value) return ok(false);
    const { hashes } = this.#list;
    this.#list = found.value;
    return ok(found.value.hashes.some((hash) => !hashes.includes(hash)));
  }

  /** What has to be kept with a project where the list was cleared from outside. */
  missingIn(standing: Standing | null): Alongside | undefined {
    const isThere = this.#list.hashes.length <= (standing?.forgotten ?? 0);
    return isThere ? undefined : { forgotten: this.#list, notes: [] };
  }

  /** The files of an import without one customer, whose hashes and keys are said too. */
  async leaveOut(customer: string, files: readonly File[], choices: Choices) {
    const never = new AbortController().signal;
    const tables = await tablesOf(never, files, choices, silent, silent);
    return engine.withoutCustomers(never, tables, customer, this.#list);
  }

  /** The files and choices without those on the list; null where the files name none of them. */
  async sift(signal: AbortSignal, files: readonly File[], choices: Choices) {
    if (this.#list.hashes.length === 0) return null;
    await engine.prepare(signal, plain(choices));
    if ((await engine.forgottenIn(signal, this.#list)) === 0) return null;
    const tables = await tablesOf(signal, files, choices, silent, silent);
    return siftedFiles(files, choices, await engine.withoutCustomers(signal, tables, null, this.#list));
  }
}

export const forgottenList = new ForgottenList();
