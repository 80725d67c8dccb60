import type { Analysis } from '../../src/analyses/define';
import type { Choices } from '../../src/domain/choices';
import type { BuiltReport, EngineApi, Progress, WireTable } from '../../src/engine/contract';
import type { Column } from '../../src/domain/table';
import { EngineError } from '../../src/engine/errors';
import { bridgeSteps } from './bridge';
import { buildWarehouse } from './build-warehouse';
import { runChecks } from './checks';
import { countReport } from './count-report';
import { withType } from './customer-type';
import type { EngineDatabase } from './database';
import { fitOf, keepFitted } from './fitted';
import { hashOf } from './hash';
import { tablesOfText, withTables, type LateTable } from './late-tables';
import { openTables } from './open-tables';
import { analysisOf, orderSplitsOf, runnableText, splitsOf } from './run-analysis';
import { badSql, guardedText, shownColumns, MOST_ROWS, tidyUp } from './run-user-query';
import { rowsText } from './rows-of';
import { attributesOf, orderValuesOf } from './attributes';
import type { Values } from './bind';
import {
  refuseUnknownAttributes,
  refuseUnknownOrderAttributes,
  refuseWithoutNeeds,
  refuseWithoutProducts,
} from './needs';
import { inspectionOf, planFor, reportFiles, settledProposal, type Shop } from './shop';

/** Above this many bytes tables are held compressed: slower to write, a sixth of the memory. */
const COMPRESS_ABOVE = 250 << 20;

/** Choices that can be shown to anybody: who was set apart is named by ids and addresses. */
function withoutPeople({ identity, ...choices }: Choices): Choices {
  if (!identity) return choices;
  const { apart: _people, ...rest } = identity;
  return { ...choices, identity: rest };
}

export interface EngineHost {
  database: EngineDatabase;
  appVersion: string;
  onProgress(progress: Progress): void;
  /** Told to the engine's own share counter what its shares mean now. */
  during(stage: Progress['stage'], total: number | null, unit: Progress['unit']): void;
  sealed: { duckdb_locked: boolean; network_apis_removed: boolean; policy_reaches_worker: boolean };
}

/** What the engine can do, each method one call deep. Calls run one after another. */
export function createApi(host: EngineHost): EngineApi {
  const { database } = host;
  let current: Shop | null = null;
  let pending: Shop | null = null;
  let opened = 0;
  const never = new AbortController().signal;

  const use = (shop: Shop) => database.run(never, `use ${shop.database}`);
  const detach = async (shop: Shop | null) => {
    if (!shop) return;
    await database.run(never, 'use memory');
    await database.run(never, `detach ${shop.database}`);
  };
  const open = (): Shop => {
    if (current) return current;
    throw new EngineError({
      code: 'nothing-open',
      message: 'No file is open.',
      next: 'Open a sales file first.',
    });
  };
  const withLate = (signal: AbortSignal, shop: Shop, tables: readonly LateTable[]) =>
    withTables(signal, database, shop, tables);
  /** What orders can be told apart by, where some of them are asked for. Throws where the file does not have it. */
  const withOrders = async (signal: AbortSignal, shop: Shop, checked: Values) => {
    const asked = orderSplitsOf(checked);
    if (!asked || (asked.attributes.length === 0 && !asked.isInside)) return;
    await withLate(signal, shop, ['order_attributes']);
    await refuseUnknownOrderAttributes(signal, database, asked.attributes);
  };
  /** The tables that a question reads. Throws where the file has not what it needs. */
  const withNeeds = async (signal: AbortSignal, shop: Shop, analysis: Analysis, checked: Values) => {
    await refuseWithoutNeeds(signal, database, analysis.needs, analysis.title);
    const splits = splitsOf(analysis, checked);
    if (splits.length > 0 || analysis.needs.includes('first_orders'))
      await withLate(signal, shop, ['attributes']);
    await refuseUnknownAttributes(signal, database, splits);
    await withOrders(signal, shop, checked);
    if (analysis.needs.includes('costs')) await withLate(signal, shop, ['costs']);
    if (!analysis.needs.includes('products')) return;
    await withLate(signal, shop, ['products']);
    await refuseWithoutProducts(signal, database, analysis.title);
  };
  const provenance = async (shop: Shop | null, started: number, params?: Record<string, unknown>) => ({
    app: host.appVersion,
    engine: `DuckDB ${database.version}`,
    files: await Promise.all(
      (shop?.files ?? []).map(async ({ name, sha256: hash }) => ({ name, sha256: await hash() })),
    ),
    choices: withoutPeople(shop?.choices ?? {}),
    ...(params ? { params } : {}),
    milliseconds: Math.round(performance.now() - started),
  });
  const answer = async (
    signal: AbortSignal,
    shop: Shop,
    sql: string,
    columns: readonly Column[] | null,
    params?: Record<string, unknown>,
  ): Promise<WireTable> => {
    const started = performance.now();
    await use(shop);
    host.during('asking', null, null);
    const ipc = await database.bytes(signal, sql);
    const plain = columns?.map(({ name, type, unit }) => ({ name, type, unit })) ?? null;
    return { ipc, columns: plain, sql, provenance: await provenance(shop, started, params) };
  };

  /** The tables of a shop under these choices, and their report; made once where they were prepared before. */
  const makeTables = async (signal: AbortSignal, shop: Shop, choices: Choices): Promise<BuiltReport> => {
    const wanted = JSON.stringify(choices);
    if (shop.made?.choices === wanted) return shop.made.report;
    const started = performance.now();
    shop.made = null;
    await use(shop);
    const proposal = await settledProposal(signal, database, shop, choices);
    const plan = planFor(shop, proposal, choices, new Date().toLocaleDateString('sv-SE'));
    host.during('building', null, null);
    // Files are hashed beside the building; reading has the look at the text beside it. The report asks again, and says what failed.
    for (const { sha256 } of shop.files) void sha256().catch(() => undefined);
    const { currency } = await buildWarehouse(signal, database, plan, (done, total) =>
      host.onProgress({ stage: 'building', share: done / total, done, total, unit: 'steps' }),
    );
    host.during('checking', null, null);
    const bridge = await bridgeSteps(signal, database, shop.loaded.ragged > 0);
    const counted = await countReport(signal, database, shop, plan, bridge, currency);
    counted.facts.push(...(await runChecks(signal, database)));
    Object.assign(shop, { choices, plan, bridge, late: new Set<LateTable>() });
    const report: BuiltReport = {
      ...counted,
      files: await reportFiles(shop),
      provenance: await provenance(shop, started),
    };
    shop.made = { choices: wanted, report };
    return report;
  };

  return {
    async inspect(signal, tables, choices) {
      const before = pending;
      const name = `shop_${++opened}`;
      const bytes = tables.reduce((sum, { text }) => sum + text.size, 0);
      await database.run(never, `attach ':memory:' as ${name}${bytes > COMPRESS_ABOVE ? ' (compress)' : ''}`);
      await database.run(never, `use ${name}`);
      try {
        host.during('reading', bytes, 'bytes');
        const found = await openTables(signal, database, tables, choices, (done, total) =>
          host.onProgress({ stage: 'decoding', share: done / total, done, total, unit: 'bytes' }),
        );
        host.during('looking', null, null);
        const files = [...new Set(tables.map(({ file }) => file))].map((file) => ({
          name: file.name,
          bytes: file.size,
          sha256: hashOf(file),
        }));
        const main =
          found.tables.find(({ role }) => role === 'lines') ??
          found.tables.find(({ role }) => role === 'orders');
        const file = files.find((one) => one.name === main?.name) ?? files[0]!;
        const shop: Shop = {
          ...found,
          database: name,
          file: { name: file.name, bytes: file.bytes },
          files,
          choices,
          plan: null,
          bridge: [],
          made: null,
          late: new Set(),
        };
        const seen = await inspectionOf(signal, database, shop, choices);
        pending = shop;
        await detach(before);
        return seen;
      } catch (error) {
        await database.run(never, 'use memory');
        await database.run(never, `detach ${name}`);
        throw error;
      }
    },

    async propose(signal, choices) {
      const shop = pending ?? open();
      await use(shop);
      return inspectionOf(signal, database, shop, choices);
    },

    async dismiss() {
      await detach(pending);
      pending = null;
    },

    async prepare(signal, choices) {
      if (pending) await makeTables(signal, pending, choices);
    },

    async build(signal, choices) {
      const shop = pending ?? open();
      const report = await makeTables(signal, shop, choices);
      shop.made = null;
      if (shop === pending) {
        const before = current;
        current = shop;
        pending = null;
        await detach(before);
        await use(shop);
      }
      return report;
    },

    async runAnalysis(signal, id, params) {
      const analysis = analysisOf(id);
      const shop = open();
      runnableText(analysis, params);
      await use(shop);
      const typed = await withType(signal, database, params);
      const { sql, params: checked } = runnableText(analysis, typed);
      await withNeeds(signal, shop, analysis, checked);
      const said = params.customer_type === 'all' ? { ...checked, customer_type: 'all' } : checked;
      return answer(signal, shop, sql, analysis.columns, said);
    },

    async fitInput(signal, id, params) {
      const analysis = analysisOf(id);
      const shop = open();
      const { sql } = fitOf(analysis);
      runnableText(analysis, params);
      await use(shop);
      const typed = await withType(signal, database, params);
      const { sql: text, params: checked } = runnableText({ ...analysis, sql }, typed);
      await withNeeds(signal, shop, analysis, checked);
      return answer(signal, shop, text, null, checked);
    },

    async keepFitted(signal, id, params, tables) {
      const analysis = analysisOf(id);
      await use(open());
      const typed = await withType(signal, database, params);
      await keepFitted(signal, database, fitOf(analysis), tables, runnableText(analysis, typed).sql);
    },

    async runUserQuery(signal, text, limit) {
      const shop = open();
      await withLate(signal, shop, tablesOfText(text));
      const sql = await guardedText(database, text, limit);
      try {
        const table = await answer(signal, shop, sql, null);
        return { ...table, sql: text, limit: Math.min(limit, MOST_ROWS) };
      } catch (error) {
        throw signal.aborted ? error : badSql(error, text);
      } finally {
        await tidyUp(database).catch(() => undefined);
      }
    },

    async rowsOf(signal, what, limit) {
      const shop = open();
      await withLate(signal, shop, what.kind === 'customers_of_cell' ? ['attributes'] : []);
      const asked =
        what.kind === 'customers_of_cell'
          ? { ...what, params: await withType(signal, database, what.params) }
          : what;
      if (asked.kind === 'customers_of_cell')
        await withOrders(signal, shop, runnableText(analysisOf('cohort-retention'), asked.params).params);
      const text = rowsText(asked, shop.bridge);
      const wrapped = (columns: string) => `select ${columns} from (\n${text}\n) limit ${Math.floor(limit)}`;
      const sql = wrapped(await shownColumns(database, wrapped('*')));
      const table = await answer(signal, shop, sql, null);
      return { ...table, sql: text };
    },

    async schema(signal) {
      return answer(
        signal,
        open(),
        `select table_name, column_name, data_type, comment from duckdb_columns()
         where not internal and database_name = current_database() and comment is not null
         order by table_name, column_index`,
        null,
      );
    },

    async attributes(signal) {
      await withLate(signal, open(), ['attributes']);
      return attributesOf(signal, database);
    },

    async orderValues(signal, attribute) {
      await withLate(signal, open(), ['order_attributes']);
      return orderValuesOf(signal, database, attribute);
    },

    async close() {
      await detach(pending);
      await detach(current);
      pending = null;
      current = null;
    },

    async seal() {
      return host.sealed;
    },

    async version() {
      return database.version;
    },
  };
}
