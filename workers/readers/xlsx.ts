import { readXlsx, type CellValue, type Sheet, type Workbook } from 'hucre/xlsx';
import { fail, ok, type Outcome } from '../../src/domain/outcome';
import type { SheetInfo, SheetText } from '../../src/engine/spreadsheet-contract';
import { dateText, isErrorText, numberText, quoted } from './cell-text';
import { spendBudget } from './inflate-budget';
import { readDirectory, ZipRefused } from './zip-directory';

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** Rows of CSV text that are joined before they become a part of the Blob. */
const ROWS_IN_PART = 5000;

/** The workbook read last: naming its sheets and taking one of them reads the file once. */
let last: { key: string; workbook: Workbook } | null = null;

/** Two files with the same table of contents (names, sizes, checksums) are the same workbook. */
const keyOf = (bytes: Uint8Array): string => `${bytes.length}:${bytes.subarray(-4096).join()}`;

async function open(bytes: Uint8Array, name: string): Promise<Outcome<Workbook>> {
  const key = keyOf(bytes);
  if (last?.key === key) return ok(last.workbook);
  try {
    const entries = readDirectory(bytes);
    if (!entries.some((entry) => entry.name === '[Content_Types].xml'))
      return fail({
        code: 'not-a-workbook',
        file: name,
        message: `${name} is a zip, but not a workbook.`,
        next: 'Drop the .xlsx or .csv file itself.',
      });
    await spendBudget(bytes, entries);
    const workbook = await readWithoutCharts(bytes);
    last = { key, workbook };
    return ok(workbook);
  } catch (error) {
    return fail(
      error instanceof ZipRefused
        ? {
            code: 'workbook-refused',
            file: name,
            message: `${name} is not opened: ${error.message}.`,
            next: 'Open it in a spreadsheet program, save the sheet as .csv and drop that.',
          }
        : {
            code: 'workbook-damaged',
            file: name,
            message: `${name} cannot be read: it is damaged (${error instanceof Error ? error.message : 'unknown reason'}).`,
            next: 'Open it in a spreadsheet program, save it again and drop the new file.',
          },
    );
  }
}

/** The reader stops at a sheet that is a chart alone: such sheets hold no rows and are passed over. */
async function readWithoutCharts(bytes: Uint8Array): Promise<Workbook> {
  const charts = new Set<string>();
  for (;;)
    try {
      return await readXlsx(bytes, { sheets: ({ name }) => !charts.has(name) });
    } catch (error) {
      const chart = /missing worksheet file for sheet "([^]+)"/.exec(String(error))?.[1];
      if (chart === undefined || charts.has(chart)) throw error;
      charts.add(chart);
    }
}

const isFilled = (value: CellValue | undefined): boolean =>
  value !== null && value !== undefined && value !== '';

/** The rectangle that holds values: a format on row 1,048,576 is no data. */
function usedSize(sheet: Sheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  sheet.rows.forEach((row, index) => {
    for (let column = row.length - 1; column >= 0; column--)
      if (isFilled(row[column])) {
        rows = index + 1;
        columns = Math.max(columns, column + 1);
        break;
      }
  });
  return { rows: Math.min(rows, MOST_ROWS), columns: Math.min(columns, MOST_COLUMNS) };
}

/** Names, visibility and true sizes of the sheets of a workbook. */
export async function workbookSheets(bytes: Uint8Array, name: string): Promise<Outcome<SheetInfo[]>> {
  const opened = await open(bytes, name);
  if (!opened.ok) return opened;
  return ok(
    opened.value.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden === true || sheet.veryHidden === true,
      ...usedSize(sheet),
    })),
  );
}

/** One sheet as CSV: comma, double quotes, UTF-8, ISO dates, error cells blank. */
export async function sheetToText(
  bytes: Uint8Array,
  name: string,
  sheetName: string,
): Promise<Outcome<SheetText>> {
  const opened = await open(bytes, name);
  if (!opened.ok) return opened;
  const sheet = opened.value.sheets.find((candidate) => candidate.name === sheetName);
  if (!sheet)
    return fail({
      code: 'unknown-sheet',
      file: name,
      message: `${name} has no sheet "${sheetName}".`,
      next: `Its sheets are ${opened.value.sheets.map((candidate) => `"${candidate.name}"`).join(', ')}.`,
    });
  const { rows, columns } = usedSize(sheet);
  const parts: string[] = [];
  let lines: string[] = [];
  let errors = 0;
  for (let r = 0; r < rows; r++) {
    const row = sheet.rows[r] ?? [];
    const cells: string[] = [];
    for (let c = 0; c < columns; c++) {
      const value = row[c];
      if (isErrorText(value) && isErrorCell(sheet, r, c)) {
        errors++;
        cells.push('');
      } else cells.push(cellText(value));
    }
    // A single empty cell would be an empty line, which is no row in CSV.
    lines.push(columns === 1 && cells[0] === '' ? '""' : cells.join(','));
    if (lines.length === ROWS_IN_PART) {
      parts.push(`${lines.join('\n')}\n`);
      lines = [];
    }
  }
  if (lines.length > 0) parts.push(`${lines.join('\n')}\n`);
  return ok({ text: new Blob(parts, { type: 'text/csv' }), rows, columns, errors_blanked: errors });
}

const isErrorCell = (sheet: Sheet, row: number, column: number): boolean => {
  const type = sheet.cells?.get(`${row},${column}`)?.type;
  return type === 'error' || type === 'formula';
};

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? dateText(value) : quoted(value);
}
