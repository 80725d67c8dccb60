import type { Dialect } from '../../src/domain/choices';
import { looksLikeDate } from '../../src/ingest/dates/date-shapes';
import type { Entry } from './entries';

/** A query of DuckDB's own tests that reads a whole file: what it was told, and the rows that came back. */
export interface WholeRead {
  said: Partial<Dialect>;
  count: number | null;
  rows: string[][];
  width: number;
}

const READ =
  /^(?:select (count\(\*\)|\*) )?from (?:read_csv(?:_auto)? ?\( ?'\{data_dir\}[^']*'(?: ?, ?(.*?))? ?\)|'\{data_dir\}[^']*')$/i;
/** Options that change no cell. */
const HARMLESS = new Set([
  'strict_mode',
  'buffer_size',
  'parallel',
  'max_line_size',
  'all_varchar',
  'sample_size',
  'auto_detect',
  'new_line',
  'null_padding',
  'ignore_errors',
]);
const OPTION = /^(\w+) ?:?= ?(?:'((?:[^']|'')*)'|([\w.]+|\{buffer_size\}))(?: ?, ?|$)/;

function optionsOf(text: string): Partial<Dialect> | null {
  const said: Partial<Dialect> = {};
  let rest = text.trim();
  while (rest !== '') {
    const found = OPTION.exec(rest);
    if (!found) return null;
    const [all, name = '', quotedText, bare = ''] = found;
    const value = quotedText?.replaceAll("''", "'").replaceAll('\\t', '\t') ?? bare;
    switch (name.toLowerCase()) {
      case 'delim':
      case 'sep':
        if (value.length !== 1) return null;
        said.delimiter = value;
        break;
      case 'quote':
        said.quote = value;
        break;
      case 'escape':
        said.escape = value;
        break;
      case 'header':
        said.has_header = /^(true|1)$/i.test(value);
        break;
      case 'skip':
        if (!/^\d+$/.test(value)) return null;
        said.skip_lines = Number(value);
        break;
      default:
        if (!HARMLESS.has(name.toLowerCase())) return null;
    }
    rest = rest.slice(all.length);
  }
  return said;
}

/** The queries about a file that can be compared: all rows, with no option that changes what a cell is. */
export function wholeReads({ expected }: Entry): WholeRead[] {
  const reads: WholeRead[] = [];
  for (const { sql, types, result } of expected?.sqllogictests ?? []) {
    const found = READ.exec(sql.replace(/\s+/g, ' ').trim().replace(/ ?;$/, ''));
    if (!found || !result || !types || result.some((row) => row.includes('values hashing to'))) continue;
    const said = optionsOf(found[2] ?? '');
    if (said === null) continue;
    // The files of these tests end in a blank line.
    if (result.length > 1 && result.at(-1) === '') result.pop();
    const isCount = found[1]?.startsWith('count') === true;
    reads.push({
      said,
      count: isCount ? Number(result[0]) : null,
      rows: isCount ? [] : result.map((row) => row.split('\t')),
      width: types.length,
    });
  }
  return reads;
}

/** The same value in another notation: numbers by value, dates not at all, blanks around it aside. */
function isSame(ours: string, theirs: string): boolean {
  const [a, b] = [ours.trim(), theirs.trim().replace(/^(NULL|\(empty\))$/, '')];
  if (a === b || a.replace(/^(NULL)$/i, '') === b) return true;
  if (a !== '' && b !== '' && Number(a) === Number(b)) return true;
  return (looksLikeDate(a) && looksLikeDate(b)) || a.toLowerCase() === b.toLowerCase();
}

export function differsFromRead(read: WholeRead, headers: string[], rows: string[][]): string | null {
  if (read.count !== null)
    return rows.length === read.count ? null : `${rows.length} rows where ${read.count} were counted`;
  if (headers.length !== read.width) return `${headers.length} columns where ${read.width} were read`;
  if (rows.length !== read.rows.length) return `${rows.length} rows where ${read.rows.length} were read`;
  for (const [at, row] of rows.entries()) {
    const wanted = read.rows[at] ?? [];
    const column = row.findIndex((cell, index) => !isSame(cell, wanted[index] ?? ''));
    if (column >= 0)
      return `row ${at + 1}, cell ${column + 1}: "${(row[column] ?? '').slice(0, 40)}" where "${(wanted[column] ?? '').slice(0, 40)}" was read`;
  }
  return null;
}
