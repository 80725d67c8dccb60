import type { CustomerNote, CustomerNotes } from '../domain/customer-notes';
import type { Forgotten } from '../domain/forgotten';
import { fail, ok, type Outcome, type Problem } from '../domain/outcome';
import { DATABASE, type Upgrade, upgrades } from './database';
import { forgottenOf } from './forgotten';
import type { KeptProject } from './kept-project';
import * as generations from './generations';
import type { Alongside, Standing } from './generations';
import { mappingOf, putMapping } from './mappings';
import { RECIPE_SCHEMA, type KeptMapping } from './schema';
import { notesOf, putNote } from './notes';
import * as problems from './problems';
import { becomingWriter, type Role } from './roles';

export interface FoundProject extends KeptProject {
  /** When a copy of the files was last saved to disk, as `kept_at`. */
  copied_at?: string;
  standing: Standing;
}

export interface Kept {
  /** 'reader' where another tab keeps the project: whatever writes then answers with a problem. */
  role(): Role;
  /** What stands in the database now. */
  standing(): Promise<Outcome<Standing>>;
  /**
   * Resolves once the project can be read back; before that the one kept earlier stays the one that opens. A problem `kept-elsewhere`
   * where `onto`, what this tab has seen last, stands no more; null writes over whatever stands.
   */
  keep(project: KeptProject, onto?: Standing | null, alongside?: Alongside): Promise<Outcome<Standing>>;
  /** The project kept last, or null where there is none. Writes nothing. */
  reopen(): Promise<Outcome<FoundProject | null>>;
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
  /** Remember that a copy of the kept files was saved to disk. */
  noteCopy(at: string): Promise<Outcome<void>>;
  /** Delete the kept project alone. */
  forgetProject(): Promise<Outcome<Standing>>;
  deleteEverything(): Promise<Outcome<Standing>>;
  /** Become the writer in place of another tab. */
  takeOver(): Promise<Outcome<void>>;
  /** Let go of the lock and the database, for `pagehide` and at the end. */
  close(): void;
  /** Back from the browser's cache of pages. */
  resume(): Promise<Outcome<void>>;
}

export interface KeptOptions {
  name?: string;
  locks?: LockManager | undefined;
  /** Which of the two this tab now is. */
  onRole?: (role: Role) => void;
  /** Something was deleted in another tab, or the database was closed from outside: look at what stands. */
  onLook?: () => void;
  /** How many other tabs wait to write. */
  onWaiting?: (tabs: number) => void;
  upgrades?: Upgrade[];
}

const sizeOf = (project: KeptProject) => project.files.reduce((sum, file) => sum + file.bytes.size, 0);

/** Open the place where projects are kept: IndexedDB, the one store that every browser has. Fails as a value. */
export async function openKept(options: KeptOptions = {}): Promise<Outcome<Kept>> {
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
  const { name = DATABASE, upgrades: steps = upgrades, onRole, onLook, onWaiting } = options;
  const tab = becomingWriter({ name, steps, locks, onRole, onLook, onWaiting });
  const { read, write, tell } = tab;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other, so that the last that is asked for is the one that stands. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run);
    last = turn;
    return turn;
  };
  const attempt = <T>(
    run: () => Promise<T>,
    why: (error: unknown) => Problem | Promise<Problem>,
  ): Promise<Outcome<T>> =>
    run().then(ok, async (error: unknown): Promise<Outcome<T>> => fail(await why(error)));
  /** Whether a project is kept; where that cannot be read nothing is promised. */
  const isAnyKept = () =>
    read(generations.recipesFromCurrent).then(
      (recipes) => recipes.length > 0,
      () => false,
    );
  const deleting = (remove: typeof generations.empty) =>
    inTurn(() => attempt(() => write(remove).finally(() => tell('look')), problems.deletingProblem));

  const started = await attempt(() => tab.start(), problems.openingProblem);
  if (!started.ok) return started;

  return ok({
    role: tab.role,
    standing: () => attempt(() => read(generations.standingOf), problems.openingProblem),
    keep: (project, onto = null, alongside) =>
      inTurn(() =>
        attempt(
          async () => {
            const standing = await write(async (database, fence) => {
              await generations.stage(database, fence, project.files);
              return generations.commit(database, fence, project, onto, alongside);
            }).catch(async (error: unknown) => {
              // What was staged is not left to fill the disk; where that fails too, the next tab that writes does it.
              await write(generations.tidy).catch(() => undefined);
              throw error;
            });
            if (alongside) tell('look');
            return standing;
          },
          async (error) => problems.keepingProblem(error, project.name, sizeOf(project), await isAnyKept()),
        ),
      ),
    async reopen() {
      try {
        return await read(async (database): Promise<Outcome<FoundProject | null>> => {
          const standing = await generations.standingOf(database);
          const recipes = await generations.recipesFromCurrent(database);
          if (recipes.some((recipe) => recipe.schema > RECIPE_SCHEMA)) return fail(problems.newer());
          for (const recipe of recipes) {
            const files = await generations.filesOf(database, recipe);
            if (!files) continue;
            const { schema: _schema, generation: _generation, ...project } = recipe;
            return ok({ ...project, files, standing });
          }
          return recipes.length ? fail(problems.unreadable()) : ok(null);
        });
      } catch {
        return fail(problems.unreadable());
      }
    },
    mappingOf: (fingerprint) =>
      read((database) => mappingOf(database, fingerprint)).then(
        (found) => found ?? null,
        () => null,
      ),
    keepMapping: (fingerprint, mapping) =>
      attempt(
        () => write((database, fence) => putMapping(database, fence, fingerprint, mapping)),
        async (error) =>
          problems.keepingProblem(error, fingerprint, mapping?.saved.length ?? 0, await isAnyKept()),
      ),
    notesOf: (notebook) =>
      attempt(() => read((database) => notesOf(database, notebook)), problems.unreadableNotes),
    keepNote: (notebook, customer, note) =>
      attempt(
        () => write((database, fence) => putNote(database, fence, [notebook, customer], note)),
        (error) => problems.noteProblem(error, customer),
      ),
    forgotten: () =>
      attempt(() => read(forgottenOf).then((found) => found ?? null), problems.unreadableNotes),
    noteCopy: (at) =>
      attempt(
        () => write((database, fence) => generations.noteCopy(database, fence, at)),
        async (error) => problems.keepingProblem(error, at, 0, await isAnyKept()),
      ),
    forgetProject: () => deleting(generations.forgetProject),
    deleteEverything: () => deleting(generations.empty),
    takeOver: () =>
      attempt(async () => {
        if (!(await tab.takeOver())) throw new problems.Overtaken();
      }, problems.openingProblem),
    close: tab.close,
    resume: () => attempt(tab.start, problems.openingProblem),
  });
}
