import type { RowsOf, WireTable } from '../../../src/engine/contract';
import { withTables } from '../build/late-tables';
import type { EngineHost } from '../host/host';
import type { OpenShops } from '../open-shops';
import { answer, askable } from './answer';
import { shownColumns } from '../user-query/answer-limits';
import { withSplits } from './asked-tables';
import { readsNames, rowsText } from './rows-of';
import { analysisOf, runnableText } from './run-analysis';

/** The rows behind a figure; the text that it shows is without the limit. */
export async function askRows(
  signal: AbortSignal,
  host: EngineHost,
  shops: OpenShops,
  what: RowsOf,
  limit: number,
): Promise<WireTable> {
  const { database } = host;
  const shop = shops.current;
  const asked = what.kind === 'customers_of_cell' ? await cellOf(signal, host, shops, what) : what;
  if (readsNames(asked)) await withTables(signal, database, shop, ['names']);
  const text = rowsText(asked, shop.bridge);
  const limited = (columns: string) => `select ${columns} from (\n${text}\n) limit ${Math.floor(limit)}`;
  const sql = limited(await shownColumns(database, limited('*')));
  const table = await answer(signal, host, shops, { sql, columns: null });
  return { ...table, sql: text };
}

/** A cell of the cohorts with parameters that can be asked, and the tables that they split by. */
async function cellOf(
  signal: AbortSignal,
  host: EngineHost,
  shops: OpenShops,
  what: Extract<RowsOf, { kind: 'customers_of_cell' }>,
) {
  const shop = shops.current;
  const cohorts = analysisOf('cohort-retention');
  const params = await askable(signal, host, shops, shop, cohorts, what.params);
  await withSplits(signal, host.database, shop, cohorts, runnableText(cohorts, params).params);
  return { ...what, params };
}
