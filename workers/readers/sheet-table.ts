import type { Evidence } from '../../src/domain/said/evidence';
import type { ReadTable, SourceFormat } from '../../src/engine/source-contract';

/** One sheet of a workbook as CSV, with the size that its values take. */
export interface SheetTable {
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  /** Cells that hold an error such as #N/A; they are blank in the text. */
  errors: number;
  /** Rows with a value that the author has hidden, and formulas whose value was never kept; absent where the format does not say. */
  hiddenRows?: number;
  unsolved?: number;
  text: Blob;
}

/** What of a sheet is not as it looks. */
function oddities({ errors, hiddenRows = 0, unsolved = 0 }: SheetTable): Evidence[] {
  const seen: Evidence[] = [];
  if (errors > 0) seen.push({ id: 'cells-with-errors', values: { cells: errors } });
  if (hiddenRows > 0) seen.push({ id: 'hidden-rows', values: { rows: hiddenRows } });
  if (unsolved > 0) seen.push({ id: 'unsolved-formulas', values: { cells: unsolved } });
  return seen;
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
  evidence: Evidence,
): ReadTable[] {
  return sheets
    .filter(({ rows }) => rows > 0)
    .map((sheet) => ({ ...sheet, odd: oddities(sheet) }))
    .map(({ name, hidden, odd, text, hiddenRows = 0, unsolved = 0 }) => ({
      member: source.member,
      sheet: name === '' ? null : name,
      hidden,
      format,
      text,
      dialect: WRITTEN,
      encoding: 'utf-8',
      evidence: [evidence, ...odd],
      ...(hiddenRows + unsolved > 0 ? { oddities: { hidden_rows: hiddenRows, unsolved } } : {}),
    }));
}
