import { EngineError } from '../../src/engine/errors';
import type { EngineDatabase } from './database';
import { quoteName } from './quote';
import { troubleOf } from './trouble';

/** Rows that one query may show; more are a download's work. */
export const MOST_ROWS = 100_000;

/**
 * A user's text as a subquery: it can only read, and only one statement prepares. There is no list of forbidden
 * words; a text that closes the bracket early still has to end in `) limit n` and to be one `select`.
 */
export async function guardedText(database: EngineDatabase, text: string, limit: number): Promise<string> {
  const most = Math.min(Math.max(Math.floor(limit), 1), MOST_ROWS);
  const bare = text.replace(/[\s;]+$/, '');
  const wrapped = (columns: string) => `select ${columns} from (\n${bare}\n) limit ${most + 1}`;
  try {
    await database.prepare(wrapped('*'));
    return wrapped(await shownColumns(database, wrapped('*')));
  } catch (error) {
    throw badSql(error, text);
  }
}

/**
 * Decimals leave as doubles by SQL's own cast: the engine's cast on the way out is wrong in the last digit. Lists,
 * structs and maps are shown as text: that cast does not reach inside them and would bring 1 out as 5e-324.
 */
export async function shownColumns(database: EngineDatabase, sql: string): Promise<string> {
  const described = await database.rows<{ column_name: string; column_type: string }>(
    new AbortController().signal,
    `describe ${sql}`,
  );
  const casts = described.flatMap(({ column_name, column_type }) => {
    const type = castOf(column_type);
    return type ? [`${quoteName(column_name)}::${type} as ${quoteName(column_name)}`] : [];
  });
  return casts.length === 0 ? '*' : `* replace (${casts.join(', ')})`;
}

function castOf(type: string): 'varchar' | 'double' | null {
  if (/\]$|^(STRUCT|MAP|UNION)\(/.test(type)) return 'varchar';
  return /^(DECIMAL|HUGEINT|UHUGEINT)/.test(type) ? 'double' : null;
}

/**
 * DuckDB's words for what is wrong, with the place in the user's own text where it names one. Trouble of the engine
 * itself is given back as it is.
 */
export function badSql(error: unknown, text: string): unknown {
  if (troubleOf(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const position = positionOf(message, text);
  return new EngineError({
    code: 'bad-sql',
    message: message.split('\n\n')[0] ?? message,
    sql: text,
    ...(position === undefined ? {} : { position }),
    next: 'Correct the text; only reading is possible here.',
  });
}

/** DuckDB prints the line and a caret below it; a long line is cut to `...what is around the place...`. */
function positionOf(message: string, text: string): number | undefined {
  const found = /^(LINE (\d+): )(.*)\n( *)\^/m.exec(message);
  if (!found) return message.includes('at end of input') ? text.length : undefined;
  const [, prefix = '', number, shown = '', indent = ''] = found;
  // Line 1 is our own `select * from (`.
  const lines = text.split('\n');
  const at = Number(number) - 2;
  if (at < 0) return undefined;
  const line = lines[at];
  if (line === undefined) return text.length;
  const before = lines.slice(0, at).reduce((length, one) => length + one.length + 1, 0);
  const isCut = shown.startsWith('...');
  const window = shown.slice(isCut ? 3 : 0).replace(/\.\.\.$/, '');
  const column = indent.length - prefix.length + (isCut ? Math.max(line.indexOf(window), 0) - 3 : 0);
  return before + Math.min(Math.max(column, 0), line.length);
}

/**
 * A select can switch on DuckDB's log of what is asked, even into a file in memory. It is switched off and forgotten
 * after each text of a user's.
 */
export async function tidyUp(database: EngineDatabase): Promise<void> {
  const never = new AbortController().signal;
  await database.run(never, "call enable_logging(storage = 'memory')");
  await database.run(never, 'call disable_logging()');
  await database.run(never, 'call truncate_duckdb_logs()');
  await database.dropFiles();
}
