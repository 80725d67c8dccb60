import type { Dialect } from '../../domain/choices';
import { splitBlankAligned } from './blank-aligned';
import { afterBlanks, skipBlanks } from './quote-blanks';

/** One row of a text as it stands there. */
export interface TextRecord {
  cells: string[];
  /** Line of the text, counted from 1, on which it starts. */
  line: number;
  text: string;
}

interface Cut {
  cells: string[];
  /** Index after the record and its line end. */
  next: number;
  lines: number;
  /** Quoted cells seen. */
  quoted: number;
  /** Text stands after a closing quote, or a quote never closes. */
  unsure: boolean;
}

/** How quotes that are not as they should be are taken. */
interface Leniency {
  /** A quote closes only before a delimiter or a line end; others are part of the text. */
  inner: boolean;
  /** The opening quote of this quoted cell, counted from 0, is part of the text; -1 for none. */
  literal: number;
}

const STRICT: Leniency = { inner: false, literal: -1 };
/** Characters within which a record has to end: longer ones are quotes that never close. */
const LONGEST = 1 << 20;
const MOST_TRIES = 12;
/** Characters within which a record with odd quotes is looked for, and such records after which it is not. */
const SALVAGE_REACH = 16 << 10;
const MOST_SALVAGED = 2000;

const codeOf = (text: string): number => (text === '' ? -1 : text.charCodeAt(0));

function cut(text: string, from: number, dialect: Dialect, how: Leniency, reach = LONGEST): Cut {
  const delimiter = codeOf(dialect.delimiter);
  const quote = codeOf(dialect.quote);
  const escape = codeOf(dialect.escape);
  const ends = (at: number) => {
    const code = text.charCodeAt(at);
    return at >= text.length || code === delimiter || code === 10 || code === 13;
  };
  const limit = Math.min(text.length, from + reach);
  const record: Cut = { cells: [], next: from, lines: 1, quoted: 0, unsure: false };
  let at = from;
  for (;;) {
    let cell = '';
    if (text.charCodeAt(at) === 32) at = afterBlanks(text, at, dialect);
    let start = at;
    if (quote >= 0 && text.charCodeAt(at) === quote && record.quoted++ !== how.literal) {
      start = ++at;
      for (; ; at++) {
        if (at >= limit) {
          record.unsure = true;
          break;
        }
        const code = text.charCodeAt(at);
        const following = text.charCodeAt(at + 1);
        if (code === escape && escape !== quote && (following === quote || following === escape)) {
          cell += text.slice(start, at);
          start = ++at;
        } else if (code === quote) {
          if (escape === quote && following === quote) {
            cell += text.slice(start, at);
            start = ++at;
          } else if (!how.inner || ends(skipBlanks(text, at + 1))) break;
        } else if (code === 10 || (code === 13 && following !== 10)) record.lines++;
      }
      cell += text.slice(start, at);
      start = at = Math.min(at + 1, text.length);
      const after = skipBlanks(text, at);
      if (ends(after)) start = at = after;
      else record.unsure = true;
    }
    while (!ends(at)) at++;
    record.cells.push(cell + text.slice(start, at));
    if (at >= text.length || text.charCodeAt(at) !== delimiter) break;
    at++;
  }
  if (at < text.length) at += text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
  record.next = at;
  return record;
}

/** Of the readings of a record with odd quotes, the shortest that has the table's width; else one line as it stands. */
function salvaged(text: string, at: number, strict: Cut, dialect: Dialect, width: number): Cut {
  const unescaped = { ...dialect, escape: '' };
  const tries: [Dialect, number][] = [
    [dialect, -1],
    [unescaped, -1],
  ];
  for (let literal = 0; literal < Math.min(strict.quoted + 4, MOST_TRIES); literal++)
    tries.push([dialect, literal]);
  let best: Cut | null = null;
  let oneLine: Cut | null = null;
  for (const [how, literal] of tries) {
    const lenient = cut(text, at, how, { inner: true, literal }, SALVAGE_REACH);
    if (lenient.unsure) continue;
    if (lenient.cells.length === width && lenient.lines < (best?.lines ?? Infinity)) best = lenient;
    if (lenient.lines === 1) oneLine ??= lenient;
    if (best?.lines === 1) return best;
  }
  if (best) return best;
  if (strict.cells.length === width || strict.lines === 1) return strict;
  return oneLine ?? asItStands(text, at, dialect);
}

const asItStands = (text: string, at: number, dialect: Dialect): Cut =>
  cut(text, at, { ...dialect, quote: '', escape: '' }, STRICT);

/**
 * Cuts a text into rows as it streams past: RFC 4180 with any of the three line ends, and tolerant of quotes that
 * are not escaped or never close, for which the reading that has `width` cells is taken. Empty lines are no rows.
 */
export class RecordReader {
  readonly #dialect: Dialect;
  readonly #width: number;
  #text = '';
  #line: number;
  #salvages = 0;

  constructor(dialect: Dialect, width: number, firstLine = 1) {
    this.#dialect = dialect;
    this.#width = width;
    this.#line = firstLine;
  }

  /** The rows that are whole with this piece; with `isLast` all that are left. */
  push(piece: string, isLast: boolean): TextRecord[] {
    this.#text += piece;
    const text = this.#text;
    // A record is cut only where its whole reach is seen.
    const until = isLast ? text.length : text.length - LONGEST - 2;
    const records: TextRecord[] = [];
    let at = 0;
    while (at < until) {
      const { cells, next, lines } =
        this.#dialect.layout === 'blank_aligned' ? wordsOf(text, at) : this.#cut(text, at);
      const isEmpty =
        cells.length === 0 || (cells.length === 1 && cells[0] === '' && !this.#isQuote(text, at));
      if (!isEmpty)
        records.push({ cells, line: this.#line, text: text.slice(at, next).replace(/[\r\n]+$/, '') });
      this.#line += lines;
      at = next;
    }
    this.#text = text.slice(at);
    return records;
  }

  #cut(text: string, at: number): Cut {
    const strict = cut(
      text,
      at,
      this.#dialect,
      STRICT,
      this.#salvages > MOST_SALVAGED ? SALVAGE_REACH : LONGEST,
    );
    if (!strict.unsure) return strict;
    return ++this.#salvages > MOST_SALVAGED
      ? asItStands(text, at, this.#dialect)
      : salvaged(text, at, strict, this.#dialect, this.#width);
  }

  #isQuote = (text: string, at: number): boolean =>
    this.#dialect.quote !== '' && text.charCodeAt(at) === codeOf(this.#dialect.quote);
}

function wordsOf(text: string, at: number): Pick<Cut, 'cells' | 'next' | 'lines'> {
  const line = cut(text, at, { delimiter: '\n', quote: '', escape: '' } as Dialect, STRICT);
  return { cells: splitBlankAligned(line.cells[0] ?? ''), next: line.next, lines: 1 };
}
