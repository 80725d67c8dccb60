import { read, type CellObject, type WorkSheet } from '@e965/xlsx';
import { dateText, numberText } from './cell-text';
import { CsvParts } from './csv-parts';
import type { SheetTable } from './sheet-table';

/** Worksheets alone: `!type` names charts, dialogs and macro sheets. */
const isWorksheet = (sheet: WorkSheet | undefined): sheet is WorkSheet =>
  sheet !== undefined && (sheet['!type'] === undefined || sheet['!type'] === 'sheet');

function cellText(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'z') return '';
  if (cell.v instanceof Date) return dateText(cell.v);
  if (cell.t === 'n') return numberText(Number(cell.v));
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  return String(cell.v);
}

/**
 * Workbooks of older programs (BIFF2–8, .xlsb, SpreadsheetML, HTML tables, SYLK, DIF, Lotus). Held whole: these
 * formats end at 65,536 rows or are rare.
 */
export function readOldWorkbook(bytes: Uint8Array, texts: boolean): SheetTable[] {
  const book = read(bytes, {
    type: 'array',
    cellDates: true,
    UTC: true,
    dense: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
    ...(texts ? { raw: true } : {}),
  });
  return book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    if (!isWorksheet(sheet)) return [];
    const csv = new CsvParts(name);
    const data = (sheet as { '!data'?: CellObject[][] })['!data'] ?? [];
    let errors = 0;
    for (let r = 0; r < data.length; r++) {
      const row = data[r];
      if (!row) continue;
      const cells: string[] = [];
      for (let c = 0; c < row.length; c++) {
        const cell = row[c];
        if (cell?.t === 'e') errors++;
        cells.push(cell?.t === 'e' ? '' : cellText(cell));
      }
      csv.add(r, cells);
    }
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0;
    return [{ name, hidden, rows: csv.rows, columns: csv.columns, errors, text: csv.blob() }];
  });
}
