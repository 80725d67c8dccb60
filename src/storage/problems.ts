import type { Problem } from '../domain/outcome';
import { words } from '../i18n/words';

/** Thrown inside a transaction so that it is rolled back; the problem is what the caller gets. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A tab that has raised the fence since writes now. */
export class Overtaken extends Refused {
  constructor() {
    super(otherTab());
  }
}

const say = (code: string, message: string, next: string): Problem => ({ code, message, next });

export const otherTab = () => say('other-tab', words.storage.otherTab, words.storage.otherTabNext);
export const keptElsewhere = () =>
  say('kept-elsewhere', words.storage.keptElsewhere, words.storage.keptElsewhereNext);
export const newer = () => say('newer-version', words.storage.newer, words.storage.newerNext);
export const unreadable = () =>
  say('kept-unreadable', words.storage.unreadable, words.storage.unreadableNext);
export const unreadableNotes = () =>
  say('notes-unreadable', words.storage.unreadableNotes, words.storage.unreadableNotesNext);

const nameOf = (error: unknown) =>
  error instanceof Error || error instanceof DOMException ? error.name : '';

/** Why the database could not be opened. */
export function openingProblem(error: unknown): Problem {
  if (nameOf(error) === 'VersionError') return newer();
  return say('storage-unavailable', words.storage.unavailable, words.storage.unavailableNext);
}

/** Why a project of that name and size could not be kept; `isAnyKept` where another was kept before it. */
export function keepingProblem(error: unknown, name: string, bytes: number, isAnyKept: boolean): Problem {
  const still = (next: string) => (isAnyKept ? `${next} ${words.storage.stillKept}` : next);
  if (error instanceof Refused) return error.problem;
  if (nameOf(error) === 'QuotaExceededError')
    return say('no-space', words.storage.noSpace(name, bytes), still(words.storage.noSpaceNext));
  if (nameOf(error) === 'NotReadableError' || nameOf(error) === 'NotFoundError')
    return {
      ...say('file-changed', words.storage.fileChanged(name), words.storage.fileChangedNext),
      file: name,
    };
  const reason =
    error instanceof Error && error.message ? error.message.replace(/\.$/, '') : nameOf(error) || 'unknown';
  return say('not-kept', words.storage.failed(reason), still(words.storage.failedNext));
}

/** Why what was written of a customer could not be kept: a note is too small for a size to be said. */
export function noteProblem(error: unknown, customer: string): Problem {
  if (error instanceof Refused) return error.problem;
  return say('note-not-kept', words.storage.noteNotKept(customer), words.storage.noteNotKeptNext);
}

export function deletingProblem(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  return say('not-deleted', words.storage.notDeleted, words.storage.notDeletedNext);
}
