import type { Analysis } from '../../../src/analyses/define';
import type { AnalysisParams } from '../../../src/engine/call-contract';
import type { ScopeSize } from '../../../src/engine/contract';
import sizeSql from '../../../src/warehouse/who/size.sql?raw';
import type { EngineHost } from '../host/host';
import type { OpenShops } from '../open-shops';
import { askable } from './answer';
import { withSplits } from './asked-tables';
import { lineFor } from './lapse-line';
import { runnableText } from './run-analysis';

/** Not one of the questions that are listed: it asks nothing of the file but orders. */
const SIZE: Analysis = {
  ...{ id: 'scope-size', tabs: [{ place: 'home', tab: 'size', order: 0 }] },
  ...{ needs: [], params: [], columns: [], sql: sizeSql },
};

/** How many customers and orders there are under shared parameters. Fails as a question would. */
export async function scopeSize(
  signal: AbortSignal,
  host: EngineHost,
  shops: OpenShops,
  params: AnalysisParams,
): Promise<ScopeSize> {
  const { database } = host;
  const shop = shops.current;
  const typed = await askable(signal, host, shops, shop, SIZE, params);
  const { sql, params: checked } = runnableText(SIZE, typed);
  await withSplits(signal, database, shop, SIZE, checked);
  await lineFor(signal, database, shop, SIZE, checked);
  const [size] = await database.rows<ScopeSize>(signal, sql);
  return size!;
}
