import type { AnalysisParams } from '../../../src/engine/call-contract';
import type { WireTable } from '../../../src/engine/contract';
import type { FitTables } from '../../../src/engine/model-contract';
import type { EngineHost } from '../host/host';
import type { OpenShops } from '../open-shops';
import { answer, askable } from './answer';
import { withNeeds } from './asked-tables';
import { fitOf, fittedFor, keepFitted } from './fitted';
import { lineFor } from './lapse-line';
import { netParts } from './net-parts';
import { analysisOf, runnableText } from './run-analysis';
import { withoutMoney } from './without-money';

export async function askAnalysis(
  signal: AbortSignal,
  host: EngineHost,
  shops: OpenShops,
  id: string,
  params: AnalysisParams,
): Promise<WireTable> {
  const { database } = host;
  const analysis = analysisOf(id);
  const shop = shops.current;
  const typed = await askable(signal, host, shops, shop, analysis, params);
  const { sql, params: checked } = runnableText(analysis, typed);
  const { has_amounts } = await withNeeds(signal, database, shop, analysis, checked);
  const lapse = await lineFor(signal, database, shop, analysis, checked);
  const net = analysis.net && has_amounts ? await netParts(signal, database, shop, checked) : null;
  const table = await answer(signal, host, shops, {
    sql: has_amounts ? sql : withoutMoney(sql, analysis.columns),
    columns: analysis.columns,
    params: params.customer_type === 'all' ? { ...checked, customer_type: 'all' } : checked,
  });
  return {
    ...table,
    provenance: { ...table.provenance, ...(lapse ? { lapse } : {}), ...(net ? { net } : {}) },
  };
}

/** The rows that a model is fitted to. */
export async function fitInputOf(
  signal: AbortSignal,
  host: EngineHost,
  shops: OpenShops,
  id: string,
  params: AnalysisParams,
): Promise<WireTable> {
  const analysis = analysisOf(id);
  const shop = shops.current;
  const { fitted, own } = fittedFor(analysis, params);
  const { sql } = fitOf(fitted);
  runnableText(analysis, params);
  const typed = await askable(signal, host, shops, shop, fitted, own);
  const { sql: text, params: checked } = runnableText({ ...fitted, sql }, typed);
  const asked = { ...fitted, id: analysis.id, needs: analysis.needs };
  await withNeeds(signal, host.database, shop, asked, checked);
  return answer(signal, host, shops, { sql: text, columns: null, params: checked });
}

export async function keepFit(
  signal: AbortSignal,
  host: EngineHost,
  shops: OpenShops,
  id: string,
  params: AnalysisParams,
  tables: FitTables,
): Promise<void> {
  const { fitted, own } = fittedFor(analysisOf(id), params);
  const typed = await askable(signal, host, shops, shops.current, fitted, own);
  await keepFitted(signal, host.database, fitOf(fitted), tables, runnableText(fitted, typed).sql);
}
