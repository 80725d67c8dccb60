import type { ReadTable, SourceFormat } from '../../src/engine/source-contract';

/** One sheet of a workbook as CSV, with the size that its values take. */
export interface SheetTable {
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  /** Cells that hold an error such as #N/A; they are blank in the text. */
  errors: number;
  text: Blob;
}

/** Reads a workbook of an older format; with `texts` cells stay as they are written. */
export type OldReader = (bytes: Uint8Array, texts: boolean) => SheetTable[];

/** How `text` of a sheet is cut: it was written so. */
const WRITTEN = { layout: 'delimited', delimiter: ',', quote: '"', escape: '"' } as const;

/** Sheets with a value as tables. */
export function tablesOfSheets(
  source: { member: string | null },
  sheets: SheetTable[],
  format: SourceFormat,
  evidence: string,
): ReadTable[] {
  return sheets
    .filter(({ rows }) => rows > 0)
    .map(({ name, hidden, errors, text }) => ({
      member: source.member,
      sheet: name === '' ? null : name,
      hidden,
      format,
      text,
      dialect: WRITTEN,
      encoding: 'utf-8',
      evidence: [
        evidence,
        ...(errors > 0
          ? [`${errors} ${errors === 1 ? 'cell that holds' : 'cells that hold'} an error are empty.`]
          : []),
      ],
    }));
}
