import type { Outcome } from '../domain/outcome';

export interface SheetInfo {
  name: string;
  hidden: boolean;
  /** Used rows and columns as they were found, never as the file declares them. */
  rows: number;
  columns: number;
}

/** A sheet as text that is read like any other CSV: commas, double quotes, \n, UTF-8. */
export interface SheetText {
  text: Blob;
  rows: number;
  columns: number;
  /** Cells that hold an error such as #N/A; they are blank in the text. */
  errors_blanked: number;
}

/**
 * The wall to the spreadsheet worker. Failures are values: `not-a-workbook`, `workbook-refused` (a wall of the
 * reader: too large, encrypted, a document type inside), `workbook-damaged`, `unknown-sheet`.
 */
export interface SpreadsheetApi {
  sheets(bytes: Uint8Array, name: string): Promise<Outcome<SheetInfo[]>>;
  /** Dates as ISO text, numbers as the shortest exact decimals. */
  toText(bytes: Uint8Array, name: string, sheet: string): Promise<Outcome<SheetText>>;
}
