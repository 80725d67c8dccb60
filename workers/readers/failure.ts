import type { Problem } from '../../src/domain/outcome';
import { NeedsOldReaders, ReadProblem, Refused, TooLarge } from './refused';

/** What a file is, as sentences name it. */
export type Kind = 'workbook' | 'archive' | 'parquet' | 'json';

const WHAT: Record<Kind, string> = {
  workbook: 'workbook',
  archive: 'archive',
  parquet: 'Parquet file',
  json: 'JSON file',
};

/** What helps where a file of a kind is whole but not opened. */
const NEXT: Record<Kind, string> = {
  workbook: 'Open it in a spreadsheet program, save the sheet as .csv and drop that.',
  archive: 'Unpack it and drop the files that are in it.',
  parquet: 'Export the table as CSV and drop that.',
  json: 'Export it again, or as CSV, and drop the new file.',
};
/** And where it is damaged. */
const AGAIN: Record<Kind, string> = {
  workbook: 'Open it in a spreadsheet program, save it again and drop the new file.',
  archive: 'Download or export it again and drop the new file.',
  parquet: 'Download or export it again and drop the new file.',
  json: 'Download or export it again and drop the new file.',
};

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
export function problemOf(kind: Kind, name: string, error: unknown): Problem {
  if (error instanceof TooLarge && kind !== 'workbook')
    return {
      code: 'archive-too-large',
      file: name,
      message: `${name} is not opened: ${error.message}.`,
      next: 'Export a shorter period or fewer columns, and drop that.',
    };
  if (error instanceof Refused)
    return {
      code: `${kind}-refused`,
      file: name,
      message: `${name} is not opened: ${error.message}.`,
      next: NEXT[kind],
    };
  if (/password-protected/.test(String(error)))
    return {
      code: 'encrypted-old-workbook',
      file: name,
      message: `${name} is encrypted with a password, in a way of before 2007 that is not read.`,
      next: 'Open it in Excel, save it as .xlsx and drop that.',
    };
  return {
    code: `${kind}-damaged`,
    file: name,
    message: `${name} cannot be read: the ${WHAT[kind]} is damaged${reasonOf(error)}.`,
    next: AGAIN[kind],
  };
}

/** What a reader says of a file, where it is of the file: over a damaged one many only trip, which tells a person nothing. */
function reasonOf(error: unknown): string {
  const why = error instanceof Error ? error.message.split('\n')[0]!.trim() : '';
  const isTripped = error instanceof TypeError || error instanceof RangeError;
  return isTripped || why === '' || /undefined|\bnull\b|NaN|is not a function/.test(why) ? '' : ` (${why})`;
}
