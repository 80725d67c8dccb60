import type { Analysis } from '../../../src/analyses/define';
import type { Column } from '../../../src/domain/table';
import type { AnalysisParams } from '../../../src/engine/call-contract';
import type { WireTable } from '../../../src/engine/contract';
import { withType } from '../build/customer-type';
import { withNames } from '../filters/attribute-names';
import { bounded } from '../host/bounded';
import type { EngineHost } from '../host/host';
import type { OpenShops } from '../open-shops';
import { provenanceOf } from '../report/provenance';
import type { Shop } from '../shop';
import { runnableText } from './run-analysis';

/** How a text is answered, and what an answer is cut to. */
export interface Answering {
  sql: string;
  /** Null where the text is a person's own: its columns are what they are. */
  columns: readonly Column[] | null;
  params?: Record<string, unknown>;
  mostBytes?: number;
}

/** The rows of a text from the tables of this shop, and where they come from. */
export async function answer(
  signal: AbortSignal,
  host: EngineHost,
  shops: OpenShops,
  { sql, columns, params, mostBytes = Infinity }: Answering,
): Promise<WireTable> {
  const started = performance.now();
  const shop = shops.current;
  await shops.use(shop);
  host.during('asking', null, null);
  const { ipc, isWhole } = await bounded(host.database.parts(signal, sql), mostBytes);
  const plain = columns?.map(({ name, type, unit }) => ({ name, type, unit })) ?? null;
  const provenance = await provenanceOf(host, shop, started, params);
  return { ipc, columns: plain, sql, provenance, ...(isWhole ? {} : { isTooLarge: true }) };
}

/** Parameters that can be asked, with attributes under the names of the tables and the type of customers that is counted. */
export async function askable(
  signal: AbortSignal,
  { database }: EngineHost,
  shops: OpenShops,
  shop: Shop,
  analysis: Analysis,
  params: AnalysisParams,
): Promise<AnalysisParams> {
  runnableText(analysis, params);
  await shops.use(shop);
  return withType(signal, database, withNames(shop, analysis, params));
}
