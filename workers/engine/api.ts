import type { EngineApi, WireTable } from '../../src/engine/contract';
import type { Column } from '../../src/domain/table';
import { EngineError } from '../../src/engine/errors';
import { buildAttributes, buildProducts } from './build-warehouse';
import { withType } from './customer-type';
import { fitOf, keepFitted } from './fitted';
import type { EngineHost } from './host';
import { dropShop, importShop } from './import-shop';
import { makeTables } from './make-tables';
import { provenanceOf } from './provenance';
import { rehearse } from './rehearse';
import { analysisOf, runnableText, splitsOf } from './run-analysis';
import { badSql, guardedText, shownColumns, MOST_ROWS, tidyUp } from './run-user-query';
import { rowsText } from './rows-of';
import { attributesOf } from './attributes';
import { refuseUnknownAttributes, refuseWithoutNeeds, refuseWithoutProducts } from './needs';
import { inspectionOf, type Shop } from './shop';

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
  /** Build the attributes of first orders, once, for the first question that splits by one. */
  const withAttributes = async (signal: AbortSignal, shop: Shop) => {
    await use(shop);
    if (shop.hasAttributes || !shop.plan) return;
    await buildAttributes(signal, database, shop.plan);
    shop.hasAttributes = true;
  };
  /** Build what was bought in which order, once, for the first question about products. */
  const withProducts = async (signal: AbortSignal, shop: Shop) => {
    await use(shop);
    if (shop.hasProducts || !shop.plan) return;
    await buildProducts(signal, database);
    shop.hasProducts = true;
  };
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
    return { ipc, columns: plain, sql, provenance: await provenanceOf(host, shop, started, params) };
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
      if (pending) await makeTables(signal, host, pending, choices);
    },

    async build(signal, choices) {
      const shop = pending ?? open();
      const report = await makeTables(signal, host, shop, choices);
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
      await refuseWithoutNeeds(signal, database, analysis.needs, analysis.title);
      const splits = splitsOf(analysis, checked);
      if (splits.length > 0 || analysis.needs.includes('first_orders')) await withAttributes(signal, shop);
      await refuseUnknownAttributes(signal, database, splits);
      if (analysis.needs.includes('products')) {
        await withProducts(signal, shop);
        await refuseWithoutProducts(signal, database, analysis.title);
      }
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
      await refuseWithoutNeeds(signal, database, analysis.needs, analysis.title);
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
      await withAttributes(signal, shop);
      if (/products/i.test(text)) await withProducts(signal, shop);
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
      if (what.kind === 'customers_of_cell') await withAttributes(signal, shop);
      else await use(shop);
      const asked =
        what.kind === 'customers_of_cell'
          ? { ...what, params: await withType(signal, database, what.params) }
          : what;
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
      await withAttributes(signal, open());
      return attributesOf(signal, database);
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
