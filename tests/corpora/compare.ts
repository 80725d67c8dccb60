import { createHash } from 'node:crypto';
import type { Dialect } from '../../src/domain/choices';
import { parseDelimited } from '../../src/ingest/dialect/parse-delimited';
import { CORRECTIONS } from './corrections';
import { bytesOf, type Entry, type ExpectedSheet } from './entries';
import { numberText } from '../../workers/readers/cell-text';
import type { Cells } from './read-entry';

/** RFC 4180, as the clean files of the corpora are written. */
const CLEAN: Dialect = {
  layout: 'delimited',
  delimiter: ',',
  quote: '"',
  escape: '"',
  has_header: true,
  skip_lines: 0,
};

const isFilled = (row: string[]) => row.some((cell) => cell.trim() !== '');
const padded = (row: readonly string[], width: number) =>
  Array.from({ length: width }, (_, at) => row[at] ?? '');
const tidy = (name: string) => name.replace(/\s+/g, ' ').trim();

/** The first cell that differs, as a sentence, or null. Blank rows are no rows on either side. */
function firstDifference(got: string[][], wanted: string[][]): string | null {
  const [ours, theirs] = [got.filter(isFilled), wanted.filter(isFilled)];
  const width = Math.max(0, ...ours.concat(theirs).map((row) => row.length));
  for (let row = 0; row < Math.max(ours.length, theirs.length); row++) {
    if (!ours[row] || !theirs[row]) return `${ours.length} rows where ${theirs.length} were expected`;
    const [a, b] = [padded(ours[row] ?? [], width), padded(theirs[row] ?? [], width)];
    const at = a.findIndex((cell, column) => cell !== b[column]);
    if (at >= 0)
      return `row ${row + 1}, cell ${at + 1}: "${(a[at] ?? '').slice(0, 40)}" where "${(b[at] ?? '').slice(0, 40)}" was expected`;
  }
  return null;
}

/** Names as columns get them: `column_3` for none, `id_2` for a second id. */
function namesDiffer(headers: string[], wanted: string[]): string | null {
  const plain = headers.map((name, at) => (name === `column_${at + 1}` ? '' : name));
  const at = plain.findIndex((name, column) => {
    const other = tidy(wanted[column] ?? '');
    return name !== other && name.replace(/_\d+$/, '') !== other;
  });
  return at < 0
    ? null
    : `name ${at + 1}: "${(plain[at] ?? '').slice(0, 60)}" where "${(wanted[at] ?? '').slice(0, 60)}" was expected`;
}

/** A file of Pollock against its clean version. Files without a header have one that is made up, or none. */
export function differsFromClean({ file, expected, expected_file }: Entry, cells: Cells): string | null {
  const text = new TextDecoder(expected?.clean_file_encoding).decode(bytesOf(expected_file ?? ''));
  const correction = CORRECTIONS[file];
  const clean = parseDelimited(text, CLEAN).rows;
  const rows = correction?.of(clean) ?? clean;
  const ours = correction?.ours?.(cells.rows) ?? cells.rows;
  const { header_lines } = (expected as { dialect: { header_lines: number | string } }).dialect;
  const isMadeUp = rows[0]?.[0] === 'col_0';
  if (String(header_lines) === '0') return firstDifference(ours, isMadeUp ? rows.slice(1) : rows);
  return (
    (isMadeUp ? null : namesDiffer(cells.headers, rows[0] ?? [])) ?? firstDifference(ours, rows.slice(1))
  );
}

export function differsFromObjects({ expected }: Entry, { headers, rows }: Cells): string | null {
  const wanted = expected?.objects ?? [];
  const names = Object.keys(wanted[0] ?? {});
  return (
    namesDiffer(headers, names) ??
    firstDifference(
      rows,
      wanted.map((row) => names.map((name) => row[name] ?? '')),
    )
  );
}

export function differsFromHash({ expected }: Entry, { headers, rows }: Cells): string | null {
  const all = headers[0] === 'column_1' ? rows : [headers, ...rows];
  const hash = createHash('sha256').update(JSON.stringify(all)).digest('hex');
  if (hash === expected?.cells_sha256) return null;
  return `${all.length} rows of ${headers.length} cells where ${expected?.rows} of ${expected?.cols} were expected, or other cells`;
}

/** A value of another reader as a cell of ours. */
function asCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value)
    .replace(/^(\d{4}-\d\d-\d\d)T00:00:00$/, '$1')
    .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)$/, '$1 $2');
}

/** The manifest cuts long texts. */
const KEPT = 55;

/** A sheet against what an independent reader saw: its filled cells, its hidden state, its first rows. */
export function differsFromSheet(
  sheet: ExpectedSheet,
  table: { hidden: boolean } | undefined,
  text: string,
): string | null {
  if (!table)
    return sheet.non_empty_cells === 0
      ? null
      : `the sheet is missing, ${sheet.non_empty_cells} cells were expected`;
  if (table.hidden !== /hidden/i.test(sheet.state))
    return `hidden: ${table.hidden}, expected "${sheet.state}"`;
  const lines = sheetRows(text);
  for (const [row, wanted] of sheet.first_rows.entries())
    for (const [at, value] of wanted.entries()) {
      const [ours, theirs] = [lines[row]?.[at] ?? '', asCell(value)];
      if (ours.slice(0, KEPT) !== theirs.slice(0, KEPT))
        return `row ${row + 1}, cell ${at + 1}: "${ours.slice(0, 40)}" where "${theirs.slice(0, 40)}" was expected`;
    }
  const filled = lines.flat().filter((cell) => cell !== '').length;
  return filled === sheet.non_empty_cells
    ? null
    : `${filled} filled cells where ${sheet.non_empty_cells} were expected`;
}

/** The rows of our own CSV with the empty ones, which `parseDelimited` leaves out. */
function sheetRows(text: string): string[][] {
  const { rows, lines } = parseDelimited(text, CLEAN);
  const all: string[][] = [];
  let extra = 0;
  rows.forEach((row, index) => {
    const at = (lines[index] ?? 1) - 1 - extra;
    while (all.length < at) all.push([]);
    all.push(row);
    extra += row.join('').split(/\r\n|\n|\r/).length - 1;
  });
  return all;
}

export function differsFromParquet({ expected }: Entry, headers: string[], rows: number): string | null {
  const names = namesDiffer(headers, expected?.top_level_columns ?? []);
  if (names) return names;
  return rows === expected?.rows ? null : `${rows} rows where ${expected?.rows} were expected`;
}
