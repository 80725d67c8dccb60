import type { Forgotten } from '../domain/forgotten';
import { asStored, canBeRead, fromStored, sameBytes } from './bytes';
import { RECIPE_SCHEMA, type Database, type Recipe } from './schema';
import type { KeptFile, KeptProject } from './kept-project';
import { keptElsewhere, Refused, unreadable } from './problems';
import { strictly, type Transaction } from './transaction';

/** What stands in the database: a tab that writes names what it has seen, and is refused where that is past. */
export interface Standing {
  /** The generation that opens; null where no project is kept. */
  generation: number | null;
  /** The highest number of a generation so far: lower than before only where the database was cleared from outside. */
  last: number;
  /** How often everything was deleted. */
  emptied: number;
  /** How many hashes of forgotten customers there are. */
  forgotten: number;
}

/** What is written with a project, in the same step, when a customer is forgotten. */
export interface Alongside {
  forgotten: Forgotten;
  /** Notebook and customer of each note that goes. */
  notes: readonly [string, string][];
}

type Readable = Pick<Transaction, 'objectStore'>;

async function standingIn(transaction: Readable): Promise<Standing> {
  const pointers = transaction.objectStore('pointers');
  const highest = (await transaction.objectStore('recipes').getAllKeys()).at(-1) ?? 0;
  return {
    generation: (await pointers.get('current')) ?? null,
    last: Math.max(highest, (await pointers.get('last')) ?? 0),
    emptied: (await pointers.get('emptied')) ?? 0,
    forgotten: (await transaction.objectStore('forgotten').get('list'))?.hashes.length ?? 0,
  };
}

export async function standingOf(database: Database): Promise<Standing> {
  const transaction = database.transaction(['pointers', 'recipes', 'forgotten']);
  const standing = await standingIn(transaction as unknown as Readable);
  await transaction.done;
  return standing;
}

/** Write the bytes that are not there yet and read them back. No recipe names them: the project before stands untouched. */
export async function stage(database: Database, fence: number, files: readonly KeptFile[]): Promise<void> {
  const isThere = async ({ sha256, bytes }: KeptFile) => {
    const there = await database.get('blobs', sha256);
    return there !== undefined && (await sameBytes(fromStored(there), bytes));
  };
  const missing: KeptFile[] = [];
  for (const file of files) if (!(await isThere(file).catch(() => false))) missing.push(file);
  if (missing.length === 0) return;
  await asStored(
    missing.map(({ bytes }) => bytes),
    (stored) =>
      strictly(database, fence, async (transaction) => {
        for (const [at, { sha256 }] of missing.entries())
          await transaction.objectStore('blobs').put(stored[at]!, sha256);
      }),
  );
  for (const file of missing) if (!(await isThere(file))) throw new Refused(unreadable());
}

/**
 * Point to the project, whose bytes are staged, and delete all that is of earlier ones, in one step: whatever stops it, the earlier project
 * stands whole or the new one stands alone. Refused if something other than `onto` is kept by now.
 */
export function commit(
  database: Database,
  fence: number,
  project: KeptProject,
  onto: Standing | null,
  alongside?: Alongside,
): Promise<Standing> {
  return strictly(database, fence, async (transaction) => {
    const before = await standingIn(transaction);
    if (onto && (before.generation !== onto.generation || before.emptied !== onto.emptied))
      throw new Refused(keptElsewhere());
    const recipes = transaction.objectStore('recipes');
    const blobs = transaction.objectStore('blobs');
    const named = new Set(project.files.map(({ sha256 }) => sha256));
    for (const sha256 of named)
      if ((await blobs.getKey(sha256)) === undefined) throw new Refused(unreadable());
    const earlier = before.generation === null ? undefined : await recipes.get(before.generation);
    const generation = before.last + 1;
    await recipes.put(recipeOf(project, generation, earlier), generation);
    await transaction.objectStore('pointers').put(generation, 'current');
    for (const key of await recipes.getAllKeys()) if (key !== generation) await recipes.delete(key);
    for (const key of await blobs.getAllKeys()) if (!named.has(key)) await blobs.delete(key);
    if (!alongside) return { ...before, generation, last: generation };
    await transaction.objectStore('forgotten').put(alongside.forgotten, 'list');
    for (const note of alongside.notes) await transaction.objectStore('notes').delete(note);
    return { ...before, generation, last: generation, forgotten: alongside.forgotten.hashes.length };
  });
}

/** Delete bytes that no recipe names: a tab may have been killed after it had staged them. */
export function tidy(database: Database, fence: number): Promise<void> {
  return strictly(database, fence, async (transaction) => {
    const blobs = transaction.objectStore('blobs');
    const recipes = await transaction.objectStore('recipes').getAll();
    const named = new Set(recipes.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
    for (const key of await blobs.getAllKeys()) if (!named.has(key)) await blobs.delete(key);
  });
}

/** Remember when a copy of the kept files was saved to disk. */
export function noteCopy(database: Database, fence: number, copied_at: string): Promise<void> {
  return strictly(database, fence, async (transaction) => {
    const { generation } = await standingIn(transaction);
    const recipes = transaction.objectStore('recipes');
    const recipe = generation === null ? undefined : await recipes.get(generation);
    if (recipe) await recipes.put({ ...recipe, copied_at }, recipe.generation);
  });
}

/** Delete the project. Confirmed mappings, notes and hashes of the forgotten stay for the next export of the shop. */
export const forgetProject = (database: Database, fence: number): Promise<Standing> =>
  strictly(database, fence, clearProject);

/** Everything gone in one step. The counters stay, so that no late writer brings anything back. */
export function empty(database: Database, fence: number): Promise<Standing> {
  return strictly(database, fence, async (transaction) => {
    const left = await clearProject(transaction);
    for (const store of ['mappings', 'notes', 'forgotten'] as const)
      await transaction.objectStore(store).clear();
    const emptied = left.emptied + 1;
    await transaction.objectStore('pointers').put(emptied, 'emptied');
    return { ...left, emptied, forgotten: 0 };
  });
}

async function clearProject(transaction: Transaction): Promise<Standing> {
  const before = await standingIn(transaction);
  await transaction.objectStore('blobs').clear();
  await transaction.objectStore('recipes').clear();
  await transaction.objectStore('pointers').delete('current');
  await transaction.objectStore('pointers').put(before.last, 'last');
  return { ...before, generation: null };
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
    const bytes = stored && fromStored(stored);
    if (bytes?.size !== size || !(await canBeRead(bytes))) return null;
    files.push({ name, sha256, bytes });
  }
  return files;
}

const hashesOf = (files: readonly { sha256: string }[]) => files.map(({ sha256 }) => sha256).join();

const recipeOf = (project: KeptProject, generation: number, earlier: Recipe | undefined): Recipe => ({
  schema: RECIPE_SCHEMA,
  generation,
  app: project.app,
  name: project.name,
  files: project.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes: bytes.size })),
  choices: plain(project.choices),
  settings: plain(project.settings),
  ...(project.definitions ? { definitions: project.definitions } : {}),
  ...(project.kept_at ? { kept_at: project.kept_at } : {}),
  // A copy of other files is none of these.
  ...(earlier?.copied_at && hashesOf(earlier.files) === hashesOf(project.files)
    ? { copied_at: earlier.copied_at }
    : {}),
});

/** Without the proxies of the page's state, which cannot be stored. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
