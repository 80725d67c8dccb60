import { ok, type Outcome } from '../../../src/domain/outcome';
import { stepOf } from '../../../src/state/tab-step';
import type { Alongside, Standing } from '../../../src/storage/generations';
import { openKept, type Kept } from '../../../src/storage/kept';
import type { KeptProject } from '../../../src/storage/kept-project';

const hashOf = async (blob: Blob) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** A project of two files in which every part says whose it is, so that parts of two projects cannot pass for one. */
export async function projectOf(name: string, bytes: number, mark = name): Promise<KeptProject> {
  const parts = ['lines', 'customers'].map((part) => ({
    name: `${part}.csv`,
    bytes: new Blob([`${name} ${part} `.repeat(Math.ceil(bytes / 2 / (name.length + part.length + 2)))]),
  }));
  const files = await Promise.all(parts.map(async (file) => ({ ...file, sha256: await hashOf(file.bytes) })));
  return { name, app: '0', files, choices: { map: { date: name } }, settings: { of: name, mark } };
}

export interface Acknowledged {
  kind: 'kept' | 'emptied';
  name: string;
  generation: number;
  /** The tab kept it by itself, as it became the writer. */
  byItself: boolean;
}

/** What lies in the database, read past `kept.ts`: what is wrong with it, and whose it is. */
export async function lookInside() {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
  const database = await done(indexedDB.open('regulars'));
  if (database.objectStoreNames.length === 0) {
    database.close();
    return { wrong: [], name: null, generation: null, mark: null, text: '', hashes: 0, orphans: 0 };
  }
  const stores = ['pointers', 'recipes', 'blobs', 'forgotten', 'notes'];
  const transaction = database.transaction(stores);
  const all = (store: string) => done(transaction.objectStore(store).getAll() as IDBRequest<unknown[]>);
  const current = await done(
    transaction.objectStore('pointers').get('current') as IDBRequest<number | undefined>,
  );
  const recipes = (await all('recipes')) as (KeptProject & { generation: number })[];
  const keys = (await done(transaction.objectStore('blobs').getAllKeys())) as string[];
  const blobs = (await all('blobs')) as Blob[];
  const lists = (await all('forgotten')) as { hashes: string[] }[];
  const notes = await all('notes');
  database.close();
  const wrong: string[] = [];
  const texts = new Map<string, string>();
  for (const [at, blob] of blobs.entries()) {
    texts.set(keys[at]!, await blob.text());
    if ((await hashOf(blob)) !== keys[at]) wrong.push(`bytes under ${keys[at]} are others`);
  }
  const recipe = recipes.find(({ generation }) => generation === current);
  if (current !== undefined && !recipe) wrong.push('the pointer points to nothing');
  for (const { name, sha256 } of recipe?.files ?? [])
    if (!texts.get(sha256)?.startsWith(`${recipe?.name} ${name.slice(0, -4)} `))
      wrong.push(`${name} of ${recipe?.name} is missing or another's`);
  if (recipe && (recipe.settings.of !== recipe.name || recipe.choices.map?.date !== recipe.name))
    wrong.push(`settings or choices of ${recipe.name} are another's`);
  const named = recipes.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
  return {
    wrong,
    name: recipe?.name ?? null,
    generation: recipe?.generation ?? null,
    mark: (recipe?.settings.mark as string | undefined) ?? null,
    text: [...texts.values(), JSON.stringify(notes)].map((text) => text.slice(0, 200)).join('|'),
    hashes: lists[0]?.hashes.length ?? 0,
    orphans: keys.filter((key) => !named.includes(key)).length,
  };
}

/** A tab as `state/keeping.svelte.ts` makes it, with a name for what is open where that has an engine. */
export class Tab {
  kept!: Kept;
  open: { name: string; state: 'kept' | 'unkept' } | null = null;
  asked = false;
  #onto: Standing | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  async start(): Promise<string> {
    const outcome = await openKept({
      onRole: (role) => role === 'writer' && this.look(),
      onLook: () => this.look(),
    });
    if (!outcome.ok) throw new Error(outcome.error.message);
    this.kept = outcome.value;
    await this.#inTurn(() => this.#reopen());
    return this.kept.role();
  }

  /** Open a project of this name and keep it; whether it is kept. */
  async use(name: string, bytes: number): Promise<boolean> {
    return this.#inTurn(async () => {
      const standing = await this.kept.standing();
      if (standing.ok) this.#onto = standing.value;
      this.open = { name, state: 'unkept' };
      this.asked = false;
      return this.#keep(name, bytes, this.#onto, false);
    });
  }

  async forget(name: string, bytes: number, alongside: Alongside): Promise<boolean> {
    const kept = await this.kept.keep(await projectOf(name, bytes), null, alongside);
    return kept.ok;
  }

  async deleteEverything(): Promise<boolean> {
    return this.#inTurn(async () => {
      const deleted = await this.kept.deleteEverything();
      if (!deleted.ok) return false;
      this.#onto = deleted.value;
      this.open = null;
      tell({ kind: 'emptied', name: '', generation: deleted.value.last, byItself: false });
      return true;
    });
  }

  async takeOver(): Promise<number> {
    const started = performance.now();
    await this.kept.takeOver();
    return this.kept.role() === 'writer' ? performance.now() - started : Infinity;
  }

  hide(): void {
    this.kept.close();
  }

  async show(): Promise<void> {
    await this.kept.resume();
    await this.look();
  }

  look(): Promise<void> {
    return this.#inTurn(() => this.#look());
  }

  async #look(): Promise<void> {
    const found = await this.kept?.standing();
    if (!found?.ok) return;
    const open = this.open?.state ?? 'nothing';
    const step = stepOf(this.#onto, found.value, { role: this.kept.role(), open });
    if (step === 'empty' || step === 'close') [this.open, this.#onto] = [null, found.value];
    else if (step === 'reopen') await this.#reopen();
    else if (step === 'keep' && this.open) await this.#keep(this.open.name, 600, found.value, true);
    else if (step === 'ask') this.asked = true;
    else if (step === 'follow') this.#onto = found.value;
  }

  async #keep(name: string, bytes: number, onto: Standing | null, byItself: boolean): Promise<boolean> {
    const kept = await this.kept.keep(await projectOf(name, bytes), onto);
    if (!kept.ok) return false;
    this.#onto = kept.value;
    this.open = { name, state: 'kept' };
    tell({ kind: 'kept', name, generation: kept.value.generation ?? 0, byItself });
    return true;
  }

  async #reopen(): Promise<void> {
    const found = await this.kept.reopen();
    if (!found.ok) throw new Error(`${found.error.code}: ${found.error.message}`);
    const standing: Outcome<Standing> = found.value ? ok(found.value.standing) : await this.kept.standing();
    if (standing.ok) this.#onto = standing.value;
    this.open = found.value && { name: found.value.name, state: 'kept' };
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(run);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

const tell = (one: Acknowledged) =>
  (globalThis as unknown as { acknowledged?: (one: Acknowledged) => void }).acknowledged?.(one);

const inside = { Tab, projectOf, lookInside };
export type Inside = typeof inside & { tab: Tab };
Object.assign(globalThis, inside);
