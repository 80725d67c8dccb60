import type { Choices } from '../domain/choices';
import type { CustomerNote, CustomerNotes } from '../domain/customer-notes';
import { fail, ok, type Outcome } from '../domain/outcome';
import {
  DATABASE,
  openDatabase,
  RECIPE_SCHEMA,
  type Database,
  type Settings,
  type Upgrade,
  upgrades,
} from './database';
import {
  empty,
  filesOf,
  flip,
  flipBack,
  isReadable,
  prune,
  raiseFence,
  recipesFromCurrent,
} from './generations';
import type { Forgotten } from '../domain/forgotten';
import { forgottenOf, putForgotten } from './forgotten';
import { mappingOf, putMapping, type KeptMapping } from './mappings';
import { notesOf, putNote } from './notes';
import {
  deletingProblem,
  keepingProblem,
  newer,
  noteProblem,
  openingProblem,
  otherTab,
  unreadable,
  unreadableNotes,
} from './problems';
import { claimWriter, type WriterLock } from './writer-lock';

export interface KeptFile {
  name: string;
  /** Of the content, as lower-case hexadecimal: the engine's own count (`ImportReport.files`). */
  sha256: string;
  bytes: Blob;
}

/** A project as it is kept and found again: the original bytes, and the recipe to rebuild everything from them. */
export interface KeptProject {
  name: string;
  /** Version of the app. */
  app: string;
  files: KeptFile[];
  choices: Choices;
  settings: Settings;
}

export interface Kept {
  /** 'reader' where another tab keeps the project: `keep` and `deleteEverything` then answer with a problem. */
  role(): 'writer' | 'reader';
  /** Resolves once the project can be read back; before that the one kept earlier stays the one that opens. */
  keep(project: KeptProject): Promise<Outcome<void>>;
  /** The project kept last, or null where there is none. Writes nothing. */
  reopen(): Promise<Outcome<KeptProject | null>>;
  /** The mapping that was confirmed for files of these headers; null where there is none, or it cannot be read. */
  mappingOf(fingerprint: string): Promise<KeptMapping | null>;
  /** Keep a confirmed mapping, or forget it (null). */
  keepMapping(fingerprint: string, mapping: KeptMapping | null): Promise<Outcome<void>>;
  /** What was written of the customers of this notebook; a problem where it cannot be read. */
  notesOf(notebook: string): Promise<Outcome<CustomerNotes>>;
  /** Keep what was written of a customer, or forget it (null). */
  keepNote(notebook: string, customer: string, note: CustomerNote | null): Promise<Outcome<void>>;
  /** Hashes of customers who were forgotten; null where nobody was. */
  forgotten(): Promise<Outcome<Forgotten | null>>;
  /** Keep these hashes, and delete what was written of customers: notebook and key of each. */
  keepForgotten(list: Forgotten, notes: readonly [string, string][]): Promise<Outcome<void>>;
  deleteEverything(): Promise<Outcome<void>>;
  /** Become the writer in place of another tab. */
  takeOver(): Promise<Outcome<void>>;
  /** Let go of the lock and the database, for `pagehide` and at the end. */
  close(): void;
}

export interface KeptOptions {
  name?: string;
  locks?: LockManager | undefined;
  /** Another tab has taken over, or this one has lost the database. */
  onRole?: (role: 'writer' | 'reader') => void;
  upgrades?: Upgrade[];
}

const sizeOf = (project: KeptProject) => project.files.reduce((sum, file) => sum + file.bytes.size, 0);

/** Open the place where projects are kept: IndexedDB, the one store that every browser has. Fails as a value. */
export async function openKept(options: KeptOptions = {}): Promise<Outcome<Kept>> {
  const { name = DATABASE, onRole = () => {}, upgrades: steps = upgrades } = options;
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
  let database: Database;
  let lock: WriterLock | null = null;
  /** Null until it could be raised: a full disk must not stop anybody from reading. */
  let fence: number | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const become = (role: WriterLock | null) => {
    lock = role;
    onRole(role ? 'writer' : 'reader');
  };
  const open = () => openDatabase(name, steps, () => become(null));
  const claim = async (steal: boolean) => {
    const claimed = await claimWriter(locks, { steal, onLost: () => become(null) });
    // A full disk must not stop anybody from reading; the next write raises the fence first, and says what failed.
    if (claimed) fence = await raiseFence(database).catch(() => null);
    become(claimed);
  };

  try {
    database = await open();
    await claim(false);
  } catch (error) {
    return fail(openingProblem(error));
  }

  /** Whether a project is kept; where that cannot be read nothing is promised. */
  const isAnyKept = () =>
    recipesFromCurrent(database).then(
      (recipes) => recipes.length > 0,
      () => false,
    );

  const keepNow = async (project: KeptProject): Promise<Outcome<void>> => {
    if (!lock) return fail(otherTab());
    try {
      const own = (fence ??= await raiseFence(database));
      const { generation, before } = await flip(database, project, own);
      if (!(await isReadable(database, generation, project))) {
        await flipBack(database, generation, before, own);
        return fail(unreadable());
      }
      // What is left over is pruned after the next write; the new generation stands already.
      await prune(database, generation, own).catch(() => undefined);
      return ok(undefined);
    } catch (error) {
      return fail(keepingProblem(error, project.name, sizeOf(project), await isAnyKept()));
    }
  };

  return ok({
    role: () => (lock ? 'writer' : 'reader'),
    keep(project) {
      const turn = last.then(() => keepNow(project));
      last = turn;
      return turn;
    },
    async reopen() {
      try {
        const recipes = await recipesFromCurrent(database);
        if (recipes.some((recipe) => recipe.schema > RECIPE_SCHEMA)) return fail(newer());
        for (const recipe of recipes) {
          const files = await filesOf(database, recipe);
          if (!files) continue;
          const { name: title, app, choices, settings } = recipe;
          return ok({ name: title, app, files, choices, settings });
        }
        return recipes.length ? fail(unreadable()) : ok(null);
      } catch {
        return fail(unreadable());
      }
    },
    mappingOf: (fingerprint) =>
      mappingOf(database, fingerprint).then(
        (found) => found ?? null,
        () => null,
      ),
    async keepMapping(fingerprint, mapping) {
      if (!lock) return fail(otherTab());
      try {
        await putMapping(database, (fence ??= await raiseFence(database)), fingerprint, mapping);
        return ok(undefined);
      } catch (error) {
        return fail(keepingProblem(error, fingerprint, mapping?.saved.length ?? 0, await isAnyKept()));
      }
    },
    notesOf: (notebook) =>
      notesOf(database, notebook).then(ok, (): Outcome<CustomerNotes> => fail(unreadableNotes())),
    async keepNote(notebook, customer, note) {
      if (!lock) return fail(otherTab());
      try {
        await putNote(database, (fence ??= await raiseFence(database)), [notebook, customer], note);
        return ok(undefined);
      } catch (error) {
        return fail(noteProblem(error, customer));
      }
    },
    forgotten: () =>
      forgottenOf(database).then(
        (found) => ok(found ?? null),
        (): Outcome<null> => fail(unreadableNotes()),
      ),
    async keepForgotten(list, notes) {
      if (!lock) return fail(otherTab());
      try {
        await putForgotten(database, (fence ??= await raiseFence(database)), list, notes);
        return ok(undefined);
      } catch (error) {
        return fail(deletingProblem(error));
      }
    },
    async deleteEverything() {
      if (!lock) return fail(otherTab());
      try {
        await empty(database, (fence ??= await raiseFence(database)));
        return ok(undefined);
      } catch (error) {
        return fail(deletingProblem(error));
      }
    },
    async takeOver() {
      try {
        await claim(true);
        return lock ? ok(undefined) : fail(otherTab());
      } catch (error) {
        return fail(openingProblem(error));
      }
    },
    close() {
      lock?.release();
      lock = null;
      database.close();
    },
  });
}
