import type { Dialect } from '../../domain/choices';
import { cellType } from './cell-types';
import { parseDelimited, type ParsedText } from './parse-delimited';

/** One way to cut the sample into cells, and how consistent the result is. */
export interface Candidate {
  dialect: Dialect;
  parsed: ParsedText;
  /** The most frequent number of cells in a row. */
  width: number;
  /** Share of rows with that number, 0..1. */
  consistency: number;
  score: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Enough rows to tell dialects apart; the rest of the sample is checked afterwards with the chosen one. */
const SCORED_CHARACTERS = 200_000;

function mostFrequent(widths: number[]): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = { width: 0, count: 0 };
  for (const [width, count] of counts)
    if (count > best.count || (count === best.count && width > best.width)) best = { width, count };
  return best;
}

/** Cells that are clearly one value each; text with other delimiters or a stray quote in it is not. */
function cleanShare(rows: string[][]): number {
  let cells = 0;
  let clean = 0;
  const step = Math.max(1, Math.floor(rows.length / 200));
  for (let i = 0; i < rows.length; i += step)
    for (const cell of rows[i] ?? []) {
      cells++;
      const type = cellType(cell);
      if (type !== 'text') clean += 1;
      else if (!/[;\t|"]|^'|'$/.test(cell)) clean += 0.8;
    }
  return cells === 0 ? 0 : clean / cells;
}

function score(dialect: Dialect, text: string): Candidate {
  const parsed = parseDelimited(text, dialect);
  const { width, count } = mostFrequent(parsed.rows.map((row) => row.length));
  const consistency = parsed.rows.length === 0 ? 0 : count / parsed.rows.length;
  const pattern = width < 2 ? 0 : consistency ** 2 * ((width - 1) / width) ** 0.5;
  return { dialect, parsed, width, consistency, score: pattern * (0.1 + cleanShare(parsed.rows)) };
}

/** Blank-aligned text has runs of blanks or leading blanks on nearly every line and the same number of words. */
function blankAligned(text: string, skip_lines: number): Candidate | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const aligned = lines.filter((line) => /^ +\S|\S {2,}\S/.test(line)).length;
  if (aligned < 0.9 * lines.length) return null;
  const dialect: Dialect = {
    layout: 'blank_aligned',
    delimiter: '\t',
    quote: '',
    escape: '',
    has_header: true,
    skip_lines,
  };
  const candidate = score(dialect, text);
  return candidate.width >= 2 && candidate.consistency >= 0.98 ? candidate : null;
}

/** Every dialect worth trying, best first. `wanted` narrows the choice. */
export function rankDialects(sample: string, skip_lines: number, wanted: Partial<Dialect>): Candidate[] {
  const text = sample.length > SCORED_CHARACTERS ? sample.slice(0, SCORED_CHARACTERS) : sample;
  const candidates: Candidate[] = [];
  if (wanted.layout !== 'delimited' && wanted.delimiter === undefined) {
    const blanks = blankAligned(text, skip_lines);
    if (blanks) candidates.push(blanks);
  }
  if (wanted.layout === 'blank_aligned') return candidates;
  for (const delimiter of wanted.delimiter === undefined ? DELIMITERS : [wanted.delimiter]) {
    if (wanted.delimiter === undefined && !text.includes(delimiter)) continue;
    for (const [quote, escape] of quotings(text, delimiter, wanted))
      candidates.push(
        score({ layout: 'delimited', delimiter, quote, escape, has_header: true, skip_lines }, text),
      );
  }
  // A quote that plays no part gives equal cells: the usual one comes first and a stable sort keeps it there.
  return candidates.sort((a, b) => b.score - a.score);
}

/** Cells in apostrophes; where every double quote stands before a quote, it is what escapes them. */
function apostrophes(text: string): [string, string][] {
  const escapes = text.includes('"') && !text.replace(/"["']/g, '').includes('"');
  return escapes ? [["'", '"']] : [["'", "'"]];
}

function quotings(text: string, delimiter: string, wanted: Partial<Dialect>): [string, string][] {
  if (wanted.quote !== undefined) return [[wanted.quote, wanted.escape ?? wanted.quote]];
  const all: [string, string][] = [['"', '"']];
  if (text.includes('\\"')) all.push(['"', '\\']);
  if (text.includes(`${delimiter}'`) || text.includes(`'${delimiter}`)) all.push(...apostrophes(text));
  return wanted.escape === undefined ? all : all.map(([quote]) => [quote, wanted.escape ?? quote]);
}
