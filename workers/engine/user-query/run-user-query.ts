import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import type { EngineDatabase } from '../host/database';
import type { AnswerLimits } from '../../../src/engine/contract';
import { cutColumns, MOST_ROWS } from './answer-limits';
import { refuseEffects } from './effects';
import { namedInstead } from './named-instead';
import { troubleOf } from '../host/trouble';

/** A text that may run, and what its answer is cut to. */
export interface GuardedText {
  sql: string;
  limits: AnswerLimits;
}

const PREFIX = 'select * from (\n';

/**
 * A user's text as a subquery: it can only read, and only one statement prepares. A text that closes the bracket early
 * still has to end in `) limit n` and to be one `select`. What a select can change all the same, by a function, is refused
 * before it is prepared.
 */
export async function guardedText(
  database: EngineDatabase,
  text: string,
  limit: number,
): Promise<GuardedText> {
  const most = Math.min(Math.max(Math.floor(limit), 1), MOST_ROWS);
  const bare = text.replace(/[\s;]+$/, '');
  const whole = `${PREFIX}${bare}\n) limit ${most + 1}`;
  try {
    await refuseEffects(database, whole, PREFIX);
    await database.prepare(whole);
    const { columns, limits } = await cutColumns(database, whole, most);
    return { sql: `select ${columns} from (\n${bare}\n) limit ${limits.rows + 1}`, limits };
  } catch (error) {
    throw badSql(error, text);
  }
}

/**
 * DuckDB's words for what is wrong, with the place in the user's own text where it names one. Trouble of the engine
 * itself is given back as it is.
 */
export function badSql(error: unknown, text: string): unknown {
  if (error instanceof EngineFault || troubleOf(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const position = positionOf(message, text);
  return new EngineFault({
    ...fault('bad-sql', { why: message.split('\n\n')[0] ?? message, instead: namedInstead(message) }),
    sql: text,
    ...(position === undefined ? {} : { position }),
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
