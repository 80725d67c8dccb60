import type { Analysis } from '../../src/analyses/define';
import type { AnalysisParams, EngineApi, WireTable } from '../../src/engine/contract';
import type { Column } from '../../src/domain/table';
import { EngineError } from '../../src/engine/errors';
import { withType } from './customer-type';
import { forgottenIn, withoutCustomers } from './forget';
import { fitOf, fittedFor, keepFitted } from './fitted';
import { bounded } from './bounded';
import type { EngineHost } from './host';
import { dropShop, importShop } from './import-shop';
import { netParts } from './net-parts';
import { sidesOfText, tablesOfText, withTables, type LateTable } from './late-tables';
import { lineFor } from './lapse-line';
import { makeTables } from './make-tables';
import { columnProfile } from './column-profile';
import { provenanceOf } from './provenance';
import { rehearse } from './rehearse';
import { analysisOf, runnableText } from './run-analysis';
import { MOST_BYTES, shownColumns } from './answer-limits';
import { badSql, guardedText } from './run-user-query';
import { readsNames, rowsText } from './rows-of';
import { attributesOf, orderValuesOf } from './attributes';
import { withNames } from './attribute-names';
import { withAttributes, withNeeds, withSplits } from './asked-tables';
import { inspectionOf, refuseWrong, type Shop } from './shop';
import { withoutMoney } from './without-money';

/** What the engine can do, each method one call deep. Calls run one after another. */
export function createApi(host: EngineHost): EngineApi {
  const { database } = host;
  let current: Shop | null = null;
  let pending: Shop | null = null;
  let opened = 0;
  const never = new AbortController().signal;

  const use = (shop: Shop) => database.run(never, `use ${shop.database}`);
  const detach = async (shop: Shop | null) => {
    if (shop) await dropShop(host, shop.database);
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
  /** Parameters that can be asked, with attributes under the names of the tables and the type of customers that is counted. */
  const typedFor = async (signal: AbortSignal, shop: Shop, analysis: Analysis, params: AnalysisParams) => {
    runnableText(analysis, params);
    await use(shop);
    return withType(signal, database, withNames(shop, analysis, params));
  };
  const answer = async (
    signal: AbortSignal,
    shop: Shop,
    sql: string,
    columns: readonly Column[] | null,
    params?: Record<string, unknown>,
    mostBytes = Infinity,
  ): Promise<WireTable> => {
    const started = performance.now();
    await use(shop);
    host.during('asking', null, null);
    const { ipc, isWhole } = await bounded(database.parts(signal, sql), mostBytes);
    const plain = columns?.map(({ name, type, unit }) => ({ name, type, unit })) ?? null;
    const provenance = await provenanceOf(host, shop, started, params);
    return { ipc, columns: plain, sql, provenance, ...(isWhole ? {} : { isTooLarge: true }) };
  };

  /** Do it, or leave nothing of the shop behind. */
  const within = async <T>(shop: Shop, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      await detach(shop);
      throw error;
    }
  };

  return {
    async rehearse(signal) {
      if (!current && !pending) await rehearse(signal, host);
    },

    async inspect(signal, tables, choices) {
      refuseWrong(choices);
      const shop = await importShop(signal, host, `shop_${++opened}`, tables, choices);
      const seen = await within(shop, () => inspectionOf(signal, database, shop, choices));
      const before = pending;
      pending = shop;
      await detach(before);
      return seen;
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
      return pending ? makeTables(signal, host, pending, choices) : null;
    },

    async profile(signal, position) {
      const shop = pending ?? open();
      await use(shop);
      return columnProfile(signal, database, shop, position);
    },

    async build(signal, choices) {
      const shop = pending ?? open();
      const report = await makeTables(signal, host, shop, choices);
      shop.made = null;
      if (shop === pending) {
        const before = current;
        current = shop;
        shop.isInUse = true;
        pending = null;
        await detach(before);
        await use(shop);
      }
      return report;
    },

    async forgottenIn(signal, list) {
      const shop = pending ?? open();
      await use(shop);
      return (await forgottenIn(signal, database, shop, list)).length;
    },

    async withoutCustomers(signal, tables, who, list) {
      const shop = pending ?? open();
      await use(shop);
      const customers = who === null ? await forgottenIn(signal, database, shop, list) : [who];
      return withoutCustomers(signal, database, shop, tables, customers, list.salt);
    },

    async runAnalysis(signal, id, params) {
      const analysis = analysisOf(id);
      const shop = open();
      const typed = await typedFor(signal, shop, analysis, params);
      const { sql, params: checked } = runnableText(analysis, typed);
      const { has_amounts } = await withNeeds(signal, database, shop, analysis, checked);
      const said = params.customer_type === 'all' ? { ...checked, customer_type: 'all' } : checked;
      const lapse = await lineFor(signal, database, shop, analysis, checked);
      const net = analysis.net && has_amounts ? await netParts(signal, database, shop, checked) : null;
      const text = has_amounts ? sql : withoutMoney(sql, analysis.columns);
      const table = await answer(signal, shop, text, analysis.columns, said);
      return {
        ...table,
        provenance: { ...table.provenance, ...(lapse ? { lapse } : {}), ...(net ? { net } : {}) },
      };
    },

    async fitInput(signal, id, params) {
      const analysis = analysisOf(id);
      const shop = open();
      const { fitted, own } = fittedFor(analysis, params);
      const { sql } = fitOf(fitted);
      runnableText(analysis, params);
      const typed = await typedFor(signal, shop, fitted, own);
      const { sql: text, params: checked } = runnableText({ ...fitted, sql }, typed);
      const asked = { ...fitted, title: analysis.title, needs: analysis.needs };
      await withNeeds(signal, database, shop, asked, checked);
      return answer(signal, shop, text, null, checked);
    },

    async keepFitted(signal, id, params, tables) {
      const { fitted, own } = fittedFor(analysisOf(id), params);
      const typed = await typedFor(signal, open(), fitted, own);
      await keepFitted(signal, database, fitOf(fitted), tables, runnableText(fitted, typed).sql);
    },

    async runUserQuery(signal, text, limit) {
      const shop = open();
      await withLate(signal, shop, tablesOfText(text));
      for (const side of sidesOfText(text)) await withAttributes(signal, database, shop, side, 'all');
      const { sql, limits } = await guardedText(database, text, limit);
      try {
        const table = await answer(signal, shop, sql, null, undefined, MOST_BYTES);
        return { ...table, sql: text, limits };
      } catch (error) {
        throw signal.aborted ? error : badSql(error, text);
      }
    },

    async rowsOf(signal, what, limit) {
      const shop = open();
      const cohorts = analysisOf('cohort-retention');
      const asked =
        what.kind === 'customers_of_cell'
          ? { ...what, params: await typedFor(signal, shop, cohorts, what.params) }
          : what;
      if (asked.kind === 'customers_of_cell') {
        const { params: checked } = runnableText(cohorts, asked.params);
        await withSplits(signal, database, shop, cohorts, checked);
      }
      if (readsNames(asked)) await withLate(signal, shop, ['names']);
      const text = rowsText(asked, shop.bridge);
      const wrapped = (columns: string) => `select ${columns} from (\n${text}\n) limit ${Math.floor(limit)}`;
      const sql = wrapped(await shownColumns(database, wrapped('*')));
      const table = await answer(signal, shop, sql, null);
      return { ...table, sql: text };
    },

    async schema(signal) {
      const shop = open();
      await withLate(signal, shop, ['comments']);
      return answer(
        signal,
        shop,
        `select table_name, column_name, data_type, comment from duckdb_columns()
         where not internal and database_name = current_database() and comment is not null
         order by table_name, column_index`,
        null,
      );
    },

    async attributes(signal) {
      await withLate(signal, open(), ['attributes']);
      return attributesOf(signal, database, open());
    },

    async orderValues(signal, attribute) {
      await withAttributes(signal, database, open(), 'orders', [attribute]);
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
