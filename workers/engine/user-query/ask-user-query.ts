import type { WireTable } from '../../../src/engine/contract';
import { sidesOfText, tablesOfText, withTables } from '../build/late-tables';
import type { EngineHost } from '../host/host';
import type { OpenShops } from '../open-shops';
import { answer } from '../ask/answer';
import { MOST_BYTES } from './answer-limits';
import { withAttributes } from '../ask/asked-tables';
import { badSql, guardedText } from './run-user-query';

/** A person's own text, with the tables built that it reads. */
export async function askUserQuery(
  signal: AbortSignal,
  host: EngineHost,
  shops: OpenShops,
  text: string,
  limit: number,
): Promise<WireTable> {
  const { database } = host;
  const shop = shops.current;
  await withTables(signal, database, shop, tablesOfText(text));
  for (const side of sidesOfText(text)) await withAttributes(signal, database, shop, side, 'all');
  const { sql, limits } = await guardedText(database, text, limit);
  try {
    const table = await answer(signal, host, shops, { sql, columns: null, mostBytes: MOST_BYTES });
    return { ...table, sql: text, limits };
  } catch (error) {
    throw signal.aborted ? error : badSql(error, text);
  }
}
