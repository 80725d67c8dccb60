import { fault, type Fault } from '../../src/domain/said/problems';
import type { Kind } from '../../src/domain/said/file-problems';
import type { ReadDamage } from '../../src/domain/said/read-refusals';
import { Damaged, NeedsOldReaders, ReadProblem, Refused, TooLarge } from './refused';

/** Read a file of a known kind, so that a failure is told of what the file is. */
export async function readAs<T>(kind: Kind, name: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ReadProblem || error instanceof NeedsOldReaders) throw error;
    throw new ReadProblem(problemOf(kind, name, error), !(error instanceof Refused));
  }
}

/** Codes: `<kind>-refused` (a wall of the reader), `<kind>-damaged`, `archive-too-large`, `encrypted-old-workbook`. */
export function problemOf(kind: Kind, name: string, error: unknown): Fault {
  if (error instanceof TooLarge && kind !== 'workbook')
    return fault('archive-too-large', { name, why: error.why }, { file: name });
  if (error instanceof Refused)
    return fault('not-opened', { name, kind, why: error.why }, { code: `${kind}-refused`, file: name });
  if (/password-protected/.test(String(error)))
    return fault('encrypted-old-workbook', { name }, { file: name });
  return fault('damaged', { name, kind, why: damageOf(error) }, { code: `${kind}-damaged`, file: name });
}

/** What a reader says of a file, where it is of the file: over a damaged one many only trip, which tells a person nothing. */
function damageOf(error: unknown): ReadDamage | null {
  if (error instanceof Damaged) return error.damage;
  const why = error instanceof Error ? error.message.split('\n')[0]!.trim() : '';
  const isTripped = error instanceof TypeError || error instanceof RangeError;
  if (isTripped || why === '' || /undefined|\bnull\b|NaN|is not a function/.test(why)) return null;
  return { id: 'other', values: { why } };
}
