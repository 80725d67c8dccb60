import type { Dialect } from '../../domain/choices';
import { splitBlankAligned } from './blank-aligned';
import { afterBlanks } from './quote-blanks';
import { RecordReader } from './text-records';

export interface ParsedText {
  /** Every record after the skipped lines, the header record included. Empty lines are no records. */
  rows: string[][];
  /** Line of the file, counted from 1, on which each record starts. */
  lines: number[];
}

/** Index just after the line that starts at `at`, for any of the three line ends. */
function afterLine(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}

/**
 * Cuts a text into cells: RFC 4180, with any of the three line ends, and tolerant of lone quotes. A quote opens
 * only at the start of a cell; text after a closing quote is kept as it stands, so that one stray quote can
 * spoil its own cell but never swallow the rows that follow it.
 */
export function parseDelimited(text: string, dialect: Dialect): ParsedText {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  for (; line <= dialect.skip_lines && at < text.length; line++) at = afterLine(text, at);
  if (dialect.layout === 'blank_aligned') return parseBlankAligned(text, at, line);

  const rows: string[][] = [];
  const lines: number[] = [];
  const delimiter = dialect.delimiter.charCodeAt(0);
  const quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
  const escape = dialect.escape === '' ? -1 : dialect.escape.charCodeAt(0);
  let row: string[] = [];
  let startedOn = line;
  const end = (isEmptyLine: boolean) => {
    if (!isEmptyLine) {
      rows.push(row);
      lines.push(startedOn);
    }
    row = [];
  };

  while (at < text.length) {
    let cell = '';
    if (text.charCodeAt(at) === 32) at = afterBlanks(text, at, dialect);
    let from = at;
    const isQuoted = text.charCodeAt(at) === quote;
    if (isQuoted) {
      from = ++at;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (
          code === escape &&
          escape !== quote &&
          (text.charCodeAt(at + 1) === quote || text.charCodeAt(at + 1) === escape)
        ) {
          cell += text.slice(from, at);
          from = ++at;
        } else if (code === quote) {
          if (escape !== quote || text.charCodeAt(at + 1) !== quote) break;
          cell += text.slice(from, at);
          from = ++at;
        } else if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
      }
      cell += text.slice(from, at);
      from = ++at;
    }
    let code = -1;
    for (; at < text.length; at++) {
      code = text.charCodeAt(at);
      if (code === delimiter || code === 10 || code === 13) break;
    }
    const rest = text.slice(from, at);
    if (!isQuoted || rest.trim() !== '') cell += rest;
    row.push(cell);
    if (at >= text.length) {
      end(row.length === 1 && cell === '' && !isQuoted);
    } else if (code === delimiter) {
      at++;
      if (at === text.length) {
        row.push('');
        end(false);
      }
    } else {
      at = code === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
      end(row.length === 1 && cell === '' && !isQuoted);
      startedOn = ++line;
    }
  }
  return { rows, lines };
}

function parseBlankAligned(text: string, from: number, firstLine: number): ParsedText {
  const rows: string[][] = [];
  const lines: number[] = [];
  text
    .slice(from)
    .split(/\r\n|\n|\r/)
    .forEach((content, index) => {
      const cells = splitBlankAligned(content);
      if (cells.length === 0) return;
      rows.push(cells);
      lines.push(firstLine + index);
    });
  return { rows, lines };
}

/**
 * The same with the tolerance that a table's width allows, as a file is cut when it is read whole. The records are
 * those of `RecordReader`.
 */
export function parseTolerantly(text: string, dialect: Dialect, width: number): ParsedText {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  for (; line <= dialect.skip_lines && at < text.length; line++) at = afterLine(text, at);
  const records = new RecordReader(dialect, width, line).push(text.slice(at), true);
  return { rows: records.map(({ cells }) => cells), lines: records.map((record) => record.line) };
}

/**
 * UTF-8 bytes of the lines above the table: cut them off the file rather than pass DuckDB `skip`, which counts a
 * quoted line end inside a title as no line and then loses a data row without an error.
 */
export function skippedBytes(sample: string, skipLines: number): number {
  let at = 0;
  for (let line = 0; line < skipLines && at < sample.length; line++) at = afterLine(sample, at);
  return new TextEncoder().encode(sample.slice(0, at)).length;
}
