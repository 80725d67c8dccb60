import type { Choices, Dialect, FileChoice } from '../domain/choices';
import type { Outcome } from '../domain/outcome';
import type { Evidence } from '../domain/said/evidence';
import type { Fault } from '../domain/said/problems';

/** What the bytes of a file are, whatever its name says. */
export type SourceFormat =
  'text' | 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'parquet' | 'json' | 'html' | 'xml' | 'other_spreadsheet';

/**
 * One table of one dropped file. A text file is one table, a workbook has one a sheet, a zip those of its members.
 * Tables stand in the order of the file; empty sheets and members that hold no table are left out.
 */
export interface SourceTable {
  /** The file as it was dropped: its bytes are what is hashed and kept. */
  file: File;
  /** Name of the dropped file. */
  name: string;
  /** Path inside the zip that was dropped; null where the file is no zip. */
  member: string | null;
  /** Name of the sheet; null where the format has none. */
  sheet: string | null;
  /** A sheet that its author has hidden. */
  hidden: boolean;
  format: SourceFormat;
  /** What the engine reads, named like the dropped file: UTF-8 without a mark, NFC. May be the dropped file itself. */
  text: File;
  /** How `text` is cut, where the reader wrote it itself; null where it has to be found out. */
  dialect: Partial<Dialect> | null;
  /** WHATWG label of the text of the file; 'utf-8' for formats that say their encoding themselves. */
  encoding: string;
  /** What the reader saw and did. */
  evidence: Evidence[];
  /** Of a sheet: rows that its author has hidden, and formulas whose value was never kept. */
  oddities?: { hidden_rows: number; unsolved: number };
}

/** A UTF-8 text file as one table, as the reader hands it over. */
export const textTable = (file: File): SourceTable => ({
  file,
  name: file.name,
  member: null,
  sheet: null,
  hidden: false,
  format: 'text',
  text: file,
  dialect: null,
  encoding: 'utf-8',
  evidence: [],
});

/** What a person said about one table: by name, then by member and sheet where they are said. */
export function choiceOf(
  choices: Choices,
  table: Pick<SourceTable, 'name' | 'member' | 'sheet'>,
): FileChoice | undefined {
  return choices.files?.find(
    (said) =>
      said.name === table.name &&
      (said.member === undefined || said.member === table.member) &&
      (said.sheet === undefined || said.sheet === table.sheet),
  );
}

/** A table as the reader hands it over; the page adds the file it came from. */
export interface ReadTable extends Omit<SourceTable, 'file' | 'name' | 'text'> {
  text: Blob;
}

export interface ReadOptions {
  /** WHATWG label of text files; else it is found out. */
  encoding?: string;
  password?: string;
}

/**
 * The wall to the reader's worker. Failures are values, see `openSource`; `needs-old-readers` means that the other
 * reader, which holds the rarely needed formats too, has to be asked.
 */
export interface ReaderApi {
  /** `onShare` is told which share of a packed file has been taken, 0..1, and how many bytes have come out of it. */
  open(
    file: Blob,
    name: string,
    options: ReadOptions,
    onShare: (share: number, unpacked: number) => void,
  ): Promise<Outcome<ReadTable[], Fault>>;
}
