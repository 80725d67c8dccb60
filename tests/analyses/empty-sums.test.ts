import { expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { EngineError } from '../../src/engine/errors';
import { addDays } from '../../src/domain/calendar';
import { openShop, type OpenShop } from '../helpers/warehouse';

/** An empty sum is 0, an unknown is null: counts and money of every question, on shops in which something has no rows. */
const HEADER = 'Order ID,Order date,Customer ID,Country,Channel,Product,Category,Quantity,Unit price,Cost';
const row = (at: number, day: string, who: string) =>
  `${at},${day},${who},Germany,Web,Tea,Drinks,1,10.00,4.00`;
const csvOf = (orders: [day: string, who: string][]) =>
  [HEADER, ...orders.map(([day, who], at) => row(at + 1, day, who))].join('\n') + '\n';

/** 40 customers who begin in the winter of 2019 and order again in 2021: nobody in 2020, nobody new since. */
const emptyYear = Array.from({ length: 40 }, (_, who): [string, string][] => [
  [addDays('2019-01-01', who), `K${who}`],
  [addDays('2019-03-01', who), `K${who}`],
  ...(who % 2 ? ([[addDays('2021-03-01', who), `K${who}`]] as [string, string][]) : []),
]).flat();
const SHOPS: Record<string, string> = {
  'an empty year and nobody new': csvOf([...emptyYear, ['2022-02-01', 'K1']]),
  'one order': csvOf([['2024-05-05', 'K1']]),
  'one customer with two orders': csvOf([['2024-01-05', 'K1'], ['2024-03-05', 'K1']]),
};

/** What may be null in these shops, because nobody can know it. */
const UNKNOWN: Record<string, Record<string, string>> = {};

async function nulls(shop: OpenShop, id: string, params: Record<string, unknown> = {}) {
  const { rows, columns } = await shop.analyse(id, params as never).catch((error: unknown) => {
    if (error instanceof EngineError && error.code === 'missing-data') return { rows: [], columns: [] };
    throw error;
  });
  const sums = columns.filter(({ unit }) => unit === 'money' || unit === 'count');
  return sums.filter(({ name }) => rows.some((one) => one[name] === null)).map(({ name }) => name);
}

it.each(Object.entries(SHOPS))('in a shop with %s no empty sum is unknown', async (_, text) => {
  const shop = await openShop('native', text, { history: 'complete' });
  const found: Record<string, string[]> = {};
  for (const { id, params } of analyses.values()) {
    const asked = params.some(({ name }) => name === 'rule') ? { rule: 'days', days: 60 } : {};
    const names = (await nulls(shop, id, asked)).filter((name) => !UNKNOWN[id]?.[name]);
    if (names.length > 0) found[id] = names;
  }
  expect(found).toEqual({});
});
