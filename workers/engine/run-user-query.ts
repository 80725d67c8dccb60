import { EngineError } from '../../src/engine/errors';
import type { EngineDatabase } from './database';

/** Rows that one query may show; more are a download's work. */
export const MOST_ROWS = 100_000;

/**
 * A user's text as a subquery: it can only read, and only one statement prepares. There is no list of forbidden
 * words; a text that closes the bracket early still has to end in `) limit n` and to be one `select`.
 */
export async function guardedText(database: EngineDatabase, text: string, limit: number): Promise<string> {
  const most = Math.min(Math.max(Math.floor(limit), 1), MOST_ROWS);
  const bare = text.replace(/[\s;]+$/, '');
  const sql = `select * from (\n${bare}\n) limit ${most + 1}`;
  try {
    await database.prepare(sql);
  } catch (error) {
    throw badSql(error, text);
  }
  return sql;
}

/** DuckDB's words for what is wrong, with the place in the user's own text where it names one. */
export function badSql(error: unknown, text: string): EngineError {
  const message = error instanceof Error ? error.message : String(error);
  const line = /LINE (\d+):/.exec(message);
  // Line 1 is our own `select * from (`.
  const at = line ? positionOfLine(text, Number(line[1]) - 2) : undefined;
  return new EngineError({
    code: 'bad-sql',
    message: message.split('\n\n')[0] ?? message,
    sql: text,
    ...(at === undefined ? {} : { position: at }),
    next: 'Correct the text; only reading is possible here.',
  });
}

function positionOfLine(text: string, line: number): number | undefined {
  if (line < 0) return undefined;
  const before = text.split('\n').slice(0, line);
  return before.reduce((length, one) => length + one.length + 1, 0);
}
