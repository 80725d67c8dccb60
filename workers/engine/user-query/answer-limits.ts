import type { AnswerLimits } from '../../../src/engine/contract';
import type { EngineDatabase } from '../host/database';
import { quoteName } from '../sql/quote';

/** Rows that one query may show; more are a download's work. */
export const MOST_ROWS = 100_000;
/** Columns of an answer that are sent; a person reads no more, and a browser draws no more. */
export const MOST_COLUMNS = 500;
/** Cells of an answer that are sent: with more columns fewer rows. */
const MOST_CELLS = 5_000_000;
/** Bytes of an answer that are sent, beyond a first row. */
export const MOST_BYTES = 64 << 20;
/** A cell of a spreadsheet holds no more. */
const LONGEST_TEXT = 32_767;
/** The engine hands out this many rows at once, whose texts together have to fit into its memory. */
const ROWS_AT_ONCE = 2048;
const TEXT_AT_ONCE = 256 << 20;

export interface CutColumns {
  /** What stands after `select`. */
  columns: string;
  limits: AnswerLimits;
}

const described = (database: EngineDatabase, sql: string) =>
  database.rows<{ column_name: string; column_type: string }>(
    new AbortController().signal,
    `describe ${sql}`,
  );

/**
 * The columns of a query as they can be sent. Decimals leave as doubles by SQL's own cast: the engine's cast on the way
 * out is wrong in the last digit. Lists, structs and maps are shown as text: that cast does not reach inside them and
 * would bring 1 out as 5e-324.
 */
export async function shownColumns(database: EngineDatabase, sql: string): Promise<string> {
  return replaced(written(await described(database, sql), null));
}

/** The same for a text that may ask for anything: its columns, rows and texts are cut before they leave the engine. */
export async function cutColumns(database: EngineDatabase, sql: string, rows: number): Promise<CutColumns> {
  const all = await described(database, sql);
  const columns = all.slice(0, MOST_COLUMNS);
  const texts = columns.filter(({ column_type }) => isText(column_type)).length;
  const fitting = Math.floor(TEXT_AT_ONCE / (ROWS_AT_ONCE * Math.max(texts, 1)));
  const characters = Math.min(LONGEST_TEXT, fitting);
  const values = written(columns, characters + 1);
  const isWhole = columns.length === all.length;
  return {
    columns: isWhole ? replaced(values) : values.map(({ text }) => text).join(', '),
    limits: {
      rows: Math.min(rows, Math.max(1, Math.floor(MOST_CELLS / Math.max(columns.length, 1)))),
      columns: isWhole ? null : all.length,
      characters,
    },
  };
}

interface Written {
  isCast: boolean;
  text: string;
}

const written = (columns: Awaited<ReturnType<typeof described>>, characters: number | null): Written[] =>
  columns.map(({ column_name, column_type }) => {
    const name = quoteName(column_name);
    const value = valueOf(name, column_type, characters);
    return { isCast: value !== name, text: value === name ? name : `${value} as ${name}` };
  });

function replaced(values: Written[]): string {
  const casts = values.filter(({ isCast }) => isCast).map(({ text }) => text);
  return casts.length === 0 ? '*' : `* replace (${casts.join(', ')})`;
}

const isNested = (type: string): boolean => /\]$|^(STRUCT|MAP|UNION)\(/.test(type);
const isText = (type: string): boolean => isNested(type) || /^(VARCHAR|BLOB|BIT)$/.test(type);

function valueOf(name: string, type: string, characters: number | null): string {
  if (/^(DECIMAL|HUGEINT|UHUGEINT)/.test(type)) return `${name}::double`;
  if (characters === null) return isNested(type) ? `${name}::varchar` : name;
  if (type === 'BLOB') return `left(${name}[1:${characters}]::varchar, ${characters})`;
  if (type === 'VARCHAR') return `left(${name}, ${characters})`;
  return isText(type) ? `left(${name}::varchar, ${characters})` : name;
}
