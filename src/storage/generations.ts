import type { IDBPTransaction } from 'idb';
import { RECIPE_SCHEMA, type Database, type Recipe, type Tables } from './database';
import type { KeptFile, KeptProject } from './kept';
import { otherTab, Refused } from './problems';
import { asBlob, asStored, bytesIn, type StoredBytes } from './stored-bytes';

type Stores = ('blobs' | 'recipes' | 'pointers' | 'mappings' | 'notes' | 'forgotten')[];
type Transaction = IDBPTransaction<Tables, Stores, 'readwrite'>;

const STORES: Stores = ['blobs', 'recipes', 'pointers', 'mappings', 'notes', 'forgotten'];
const EDGE = 65_536;

/**
 * One transaction over everything: all of `work` or nothing of it, on disk before it resolves. Refused where
 * another tab has raised the fence since. Rejects with the reason of the roll-back (such as a full disk).
 */
export async function strictly<T>(
  database: Database,
  fence: number | null,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  // A database of an earlier version, as the tests of upgrades open it, lacks the later ones.
  const stores = STORES.filter((name) => database.objectStoreNames.contains(name));
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const done = transaction.done.then(
    () => null,
    (error: unknown) => error,
  );
  try {
    const standing = (await transaction.objectStore('pointers').get('fence')) ?? 0;
    if (fence !== null && standing !== fence) throw new Refused(otherTab());
    const value = await work(transaction);
    const failed = await done;
    if (failed) throw failed;
    return value;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    const reason = await done;
    const told = reason instanceof DOMException && reason.name !== 'AbortError';
    throw told && !(error instanceof Refused) ? reason : error;
  }
}

/** Become the writer: every transaction of an earlier writer is refused from now on. */
export function raiseFence(database: Database): Promise<number> {
  return strictly(database, null, async (transaction) => {
    const pointers = transaction.objectStore('pointers');
    const fence = ((await pointers.get('fence')) ?? 0) + 1;
    await pointers.put(fence, 'fence');
    return fence;
  });
}

/** Write bytes and recipe as a new generation and point to it, last. The one before stays whole. */
export function flip(database: Database, project: KeptProject, fence: number) {
  const blobs = project.files.map(({ bytes }) => bytes);
  return asStored(blobs, (stored) => flipTo(database, project, stored, fence));
}

function flipTo(database: Database, project: KeptProject, stored: readonly StoredBytes[], fence: number) {
  return strictly(database, fence, async (transaction) => {
    const blobs = transaction.objectStore('blobs');
    const recipes = transaction.objectStore('recipes');
    const pointers = transaction.objectStore('pointers');
    const before = (await pointers.get('current')) ?? null;
    const generation = ((await recipes.getAllKeys()).at(-1) ?? 0) + 1;
    for (const [at, file] of project.files.entries()) {
      const there = await blobs.get(file.sha256);
      if (bytesIn(there) !== file.bytes.size) await blobs.put(stored[at] as StoredBytes, file.sha256);
    }
    await recipes.put(recipeOf(project, generation), generation);
    await pointers.put(generation, 'current');
    return { generation, before };
  });
}

/** Point to the generation before again: the new one could not be read. */
export function flipBack(database: Database, generation: number, before: number | null, fence: number) {
  return strictly(database, fence, async (transaction) => {
    const pointers = transaction.objectStore('pointers');
    if (before === null) await pointers.delete('current');
    else await pointers.put(before, 'current');
    await transaction.objectStore('recipes').delete(generation);
  });
}

/** Delete the generations before this one, and bytes that no recipe names any more. */
export function prune(database: Database, generation: number, fence: number) {
  return strictly(database, fence, async (transaction) => {
    const recipes = transaction.objectStore('recipes');
    const blobs = transaction.objectStore('blobs');
    for (const key of await recipes.getAllKeys()) if (key < generation) await recipes.delete(key);
    const named = new Set(
      (await recipes.getAll()).flatMap((recipe) => recipe.files.map((file) => file.sha256)),
    );
    for (const key of await blobs.getAllKeys()) if (!named.has(key)) await blobs.delete(key);
  });
}

/** Everything gone in one step; the fence stays, so that no late writer brings anything back. */
export function empty(database: Database, fence: number) {
  return strictly(database, fence, async (transaction) => {
    await transaction.objectStore('blobs').clear();
    await transaction.objectStore('recipes').clear();
    await transaction.objectStore('mappings').clear();
    await transaction.objectStore('notes').clear();
    await transaction.objectStore('forgotten').clear();
    await transaction.objectStore('pointers').delete('current');
  });
}

/** Generations from the current one down: where the newest cannot be read, the one before it may. */
export async function recipesFromCurrent(database: Database): Promise<Recipe[]> {
  const transaction = database.transaction(['recipes', 'pointers']);
  const current = await transaction.objectStore('pointers').get('current');
  const recipes = current === undefined ? [] : await transaction.objectStore('recipes').getAll();
  await transaction.done;
  return recipes.filter((one) => one.generation <= (current ?? 0)).reverse();
}

/** The bytes that a recipe names, or null where they are not all there. */
export async function filesOf(database: Database, recipe: Recipe): Promise<KeptFile[] | null> {
  const files: KeptFile[] = [];
  for (const { name, sha256, bytes: size } of recipe.files) {
    const stored = await database.get('blobs', sha256);
    const bytes = stored && asBlob(stored);
    if (bytes?.size !== size || !(await opens(bytes))) return null;
    files.push({ name, sha256, bytes });
  }
  return files;
}

const edges = async (blob: Blob) => [
  new Uint8Array(await blob.slice(0, EDGE).arrayBuffer()),
  new Uint8Array(await blob.slice(Math.max(0, blob.size - EDGE)).arrayBuffer()),
];

const opens = (blob: Blob) =>
  edges(blob).then(
    () => true,
    () => false,
  );

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Read back what was just written: its size, its first and its last 64 KiB are those of the original. */
export async function isReadable(
  database: Database,
  generation: number,
  project: KeptProject,
): Promise<boolean> {
  try {
    const recipe = await database.get('recipes', generation);
    const files = recipe ? await filesOf(database, recipe) : null;
    if (files?.length !== project.files.length) return false;
    for (const [i, file] of files.entries()) {
      const written = await edges(file.bytes);
      const meant = await edges((project.files[i] as KeptFile).bytes);
      if (!written.every((part, edge) => same(part, meant[edge] as Uint8Array))) return false;
    }
    return true;
  } catch {
    return false;
  }
}

const recipeOf = (project: KeptProject, generation: number): Recipe => ({
  schema: RECIPE_SCHEMA,
  generation,
  app: project.app,
  name: project.name,
  files: project.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes: bytes.size })),
  choices: plain(project.choices),
  settings: plain(project.settings),
});

/** Without the proxies of the page's state, which cannot be stored. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
