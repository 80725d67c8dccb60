import { beforeAll, describe, expect, it } from 'vitest';
import type { AttributeLevel } from '../../src/domain/attribute-level';
import type { Row } from '../../src/domain/table';
import type { EngineError } from '../../src/engine/errors';
import { dataFile, describeWithData } from '../helpers/data';
import { amountOf, dayText, different } from '../helpers/oracle-orders';
import { superstore, type Books, type Sale } from '../helpers/recount/rows';
import { ENGINES, openShop, type OpenShop } from '../helpers/warehouse';

/**
 * Any column with few values is an attribute at its true level, as a naive count has it; every other column
 * is refused with the reason.
 */

const refusal = async (asked: Promise<unknown>): Promise<EngineError> =>
  asked.then(
    () => expect.fail('it was not refused'),
    (error: EngineError) => error,
  );
const year = ({ day }: Sale) => Number(dayText(day).slice(0, 4));
const listed = (shop: OpenShop) =>
  shop.report.attributes.map(({ name, level, values, blank_rows }) => [name, level, values, blank_rows]);

describeWithData('any column of Superstore is an attribute', () => {
  let shop: OpenShop;
  let books: Books;
  beforeAll(async () => {
    books = superstore();
    shop = await openShop(
      'native',
      { path: dataFile('real/superstore/superstore.csv') },
      { history: 'complete' },
    );
  });

  it('the report lists them with their level', () => {
    const values = (name: string) => different(books.sales.flatMap((sale) => sale.values[name] ?? [])).length;
    expect(listed(shop)).toEqual([
      ['Ship Mode', 'order', 4, 0],
      ['Segment', 'customer', 3, 0],
      ['country', 'order', 1, 0],
      ['State', 'order', values('State'), 0],
      ['Region', 'order', 4, 0],
      ['category', 'line', 3, 0],
      ['Sub-Category', 'line', values('Sub-Category'), 0],
      ['product', 'line', shop.report.attributes.at(-1)!.values, 0],
    ]);
  });

  it('each answers to its name, to its header, and to either in other capitals', async () => {
    const asked = async (segment_by: string) =>
      (await shop.analyse('cohort-retention', { segment_by, grain: 'year' })).rows;
    expect(await asked('segment')).toEqual(await asked('Segment'));
    expect(await asked('Category')).toEqual(await asked('category'));
    expect(await asked('CATEGORY')).toEqual(await asked('category'));
    const { provenance } = await shop.analyse('growth', { orders_that: { 'ship mode': ['Same Day'] } });
    expect(provenance.params?.orders_that).toBe('{"Ship Mode":["Same Day"]}');
  });

  it('what is none is refused with the reason and with those that are', async () => {
    const reasons: [string, RegExp][] = [
      ['City', /^This file cannot be split by "City": the column has 531 different values/],
      ['order date', /"Order Date": the column is read as its date\./],
      ['Ship Date', /"Ship Date": the column holds dates/],
      ['Profit', /"Profit": the column holds amounts/],
      ['Weather', /^First orders in this file have no "Weather"\./],
    ];
    for (const [segment_by, reason] of reasons) {
      const { code, message, next } = await refusal(shop.analyse('cohort-retention', { segment_by }));
      expect([code, message]).toEqual(['missing-data', expect.stringMatching(reason)]);
      expect(next).toMatch(/Ship Mode, Segment/);
    }
    const twice = await refusal(shop.analyse('growth', { orders_that: { Region: 'West', region: 'East' } }));
    expect(twice.message).toBe('The parameter orders_that names "Region" twice, by two of its names.');
  });

  it('cohorts of each Segment are those of a naive count', async () => {
    const { rows } = await shop.analyse('cohort-retention', { segment_by: 'Segment', grain: 'year' });
    const people = different(books.sales.flatMap(({ customer }) => customer ?? [])).map((customer) => {
      const mine = books.sales.filter((sale) => sale.customer === customer);
      return { segment: mine[0]!.values.Segment![0]!, first: year(mine[0]!), years: new Set(mine.map(year)) };
    });
    const last = Math.max(...books.sales.map(year));
    const counted = different(people.map(({ segment }) => segment)).flatMap((segment) =>
      different(people.map(({ first }) => String(first)))
        .map(Number)
        .flatMap((first) =>
          Array.from({ length: last - first + 1 }, (_, age) => {
            const cohort = people.filter((one) => one.segment === segment && one.first === first);
            const back = cohort.filter(({ years }) => years.has(first + age)).length;
            return [segment, `${first}-01-01`, age, cohort.length, back];
          }).filter(([, , , size]) => Number(size) > 0),
        ),
    );
    const found = rows.map((row) => [row.segment, row.cohort, row.age, row.cohort_size, row.customers]);
    const sorted = (of: unknown[][]) => of.map((one) => JSON.stringify(one)).sort();
    expect(sorted(found)).toEqual(sorted(counted));
  });

  it.each(['First Class', 'Same Day'])('growth of orders by %s is that of a naive count', async (mode) => {
    const { rows } = await shop.analyse('growth', { orders_that: { 'Ship Mode': mode }, grain: 'year' });
    const firsts = new Map<string, Sale>();
    for (const sale of books.sales) if (!firsts.has(sale.customer!)) firsts.set(sale.customer!, sale);
    const kept = books.sales.filter(({ values }) => values['Ship Mode']!.includes(mode));
    const years = different(books.sales.map((sale) => String(year(sale))))
      .map(Number)
      .sort();
    const counted = years.map((at) => {
      const now = kept.filter((sale) => year(sale) === at);
      const buyers = new Set(now.map(({ customer }) => customer));
      const before = new Set(kept.filter((sale) => year(sale) === at - 1).map(({ customer }) => customer));
      const isNew = (customer: string | null) => year(firsts.get(customer!)!) === at;
      const net = (of: Sale[]) => amountOf(of.reduce((sum, { sales }) => sum + sales, 0n));
      return {
        period: `${at}-01-01`,
        new: [...buyers].filter(isNew).length,
        retained: [...buyers].filter((one) => before.has(one)).length,
        lost: [...before].filter((one) => !buyers.has(one)).length,
        net_new: net(now.filter(({ customer }) => isNew(customer))),
        net_returning: net(now.filter(({ customer }) => !isNew(customer))),
      };
    });
    const found = rows.map(({ period, new: fresh, retained, lost, net_new, net_returning }: Row) => ({
      ...{ period, new: fresh, retained, lost },
      ...{
        net_new: expect.closeTo(Number(net_new), 6),
        net_returning: expect.closeTo(Number(net_returning), 6),
      },
    }));
    expect(counted).toEqual(found);
  });

  it('what was asked before changes no comparison of all attributes', async () => {
    const path = dataFile('real/superstore/superstore.csv');
    const again = await openShop('native', { path }, { history: 'complete' });
    const at_once = await again.analyse('first-order', { least: 10 });
    const fresh = await openShop('native', { path }, { history: 'complete' });
    await fresh.analyse('cohort-retention', { segment_by: 'Region' });
    expect((await fresh.analyse('first-order', { least: 10 })).rows).toEqual(at_once.rows);
    expect(different(at_once.rows.map(({ attribute }) => String(attribute)))).toContain('Ship Mode');
  });
});

/** Customers of one tier each, orders of one payment each on their first row alone, lines with a colour, tables of a café and a note. */
const TIERS = ['Gold', 'Silver', ''];
const PAYMENTS = ['card', 'cash', 'voucher', ''];
/** Another one with each order of a customer. */
const paymentOf = (order: number) => PAYMENTS[(order + Math.floor(order / 40)) % 4]!;
const COLOURS = ['red', 'blue', ''];
interface Line {
  order: number;
  customer: number;
  tier: string;
  payment: string;
  colour: string;
}
const lines: Line[] = Array.from({ length: 240 }, (_, at) => {
  const order = Math.floor(at / 2);
  const customer = order % 40;
  return {
    ...{ order, customer },
    // A customer's first order does not say the tier of every third one.
    tier: order < 40 && customer % 3 === 1 ? '' : TIERS[customer % 3]!,
    payment: at % 2 === 0 ? paymentOf(order) : '',
    colour: COLOURS[(at * 5) % 3]!,
  };
});
const csv = [
  'order_id,order_date,customer_id,product,amount,Tier,Payment,Colour,Table,Note,tenure',
  ...lines.map(({ order, customer, tier, payment, colour }, at) => {
    const day = `2024-${String(1 + Math.floor(order / 12)).padStart(2, '0')}-${String(1 + (order % 12)).padStart(2, '0')}`;
    const said = [tier, payment, colour, 1 + (order % 9), `note ${at}`, order % 7 === 0 ? 'old' : 'new'];
    return [`A${1000 + order}`, day, `K${100 + customer}`, `P${at % 6}`, `${10 + (at % 7)}.50`, ...said].join(
      ',',
    );
  }),
].join('\n');
const levelOf = (shop: OpenShop, name: string): AttributeLevel | undefined =>
  shop.report.attributes.find((one) => one.name === name)?.level;
const ordersIn = async (shop: OpenShop, attribute: string, value: string) => {
  const { rows } = await shop.analyse('growth', { grain: 'year', orders_that: { [attribute]: value } });
  return rows.reduce((sum, row) => sum + Number(row.net_new) + Number(row.net_returning), 0);
};
const amount = (at: number) => 10.5 + (at % 7);
const sumOf = (isIn: (order: number) => boolean) =>
  lines.reduce((sum, { order }, at) => sum + (isIn(order) ? amount(at) : 0), 0);

describe.each(ENGINES)('columns of a small shop on %s DuckDB', (engine) => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop(engine, csv, { history: 'complete' });
  });

  it('have the level that all rows prove, and blanks are counted', () => {
    expect(levelOf(shop, 'Tier')).toBe('customer');
    expect(levelOf(shop, 'Payment')).toBe('order');
    expect(levelOf(shop, 'Colour')).toBe('line');
    expect(levelOf(shop, 'Table')).toBe('order');
    expect(levelOf(shop, 'Note')).toBeUndefined();
    const payment = shop.report.attributes.find(({ name }) => name === 'Payment');
    expect(payment).toMatchObject({
      values: 3,
      blank_rows: lines.filter((line) => line.payment === '').length,
      mixed_orders: 0,
    });
  });

  it('of an order its first row with a value counts, and none is a value too', async () => {
    for (const value of ['card', 'cash', 'voucher', '']) {
      const isIn = (order: number) => paymentOf(order) === value;
      expect(await ordersIn(shop, 'Payment', value || '(none)')).toBeCloseTo(sumOf(isIn), 6);
    }
  });

  it('of a customer every order has the value, those that do not say it too', async () => {
    for (const [at, tier] of TIERS.entries()) {
      const isIn = (order: number) => (order % 40) % 3 === at;
      expect(await ordersIn(shop, 'Tier', tier || '(none)')).toBeCloseTo(sumOf(isIn), 6);
      const { rows } = await shop.analyse('cohort-retention', {
        ...{ grain: 'year', customers_who: { Tier: tier || '(none)' } },
      });
      expect(rows[0]?.cohort_size).toBe(
        Array.from({ length: 40 }, (_, k) => k % 3).filter((k) => k === at).length,
      );
    }
  });

  it('an order of lines that differ counts for each value', async () => {
    for (const colour of COLOURS) {
      const orders = new Set(lines.filter((line) => line.colour === colour).map(({ order }) => order));
      const found = await ordersIn(shop, 'Colour', colour || '(none)');
      expect(found).toBeCloseTo(
        sumOf((order) => orders.has(order)),
        6,
      );
    }
  });

  it('a header that is a word of the door has another name', async () => {
    expect(levelOf(shop, 'tenure (column)')).toBe('order');
    const isOld = (order: number) => order % 7 === 0;
    expect(await ordersIn(shop, 'tenure (column)', 'old')).toBeCloseTo(sumOf(isOld), 6);
  });

  it('the controls list them with the values of most customers', async () => {
    const shown = await shop.api.attributes(new AbortController().signal);
    expect(shown.find(({ attribute }) => attribute === 'Tier')).toEqual({
      ...{ attribute: 'Tier', level: 'customer', values: 3, customers: 40 },
      top: ['Gold', '(none)', 'Silver'],
    });
  });

  it('a choice sets the level, makes one of a column that is none, and takes one away', async () => {
    const attributes = { Tier: 'order', Note: 'line', Table: 'ignore' } as const;
    const chosen = await openShop(engine, csv, { history: 'complete', attributes });
    expect([levelOf(chosen, 'Tier'), levelOf(chosen, 'Note'), levelOf(chosen, 'Table')]).toEqual([
      'order',
      'line',
      undefined,
    ]);
    expect(await ordersIn(chosen, 'Note', 'note 7')).toBeCloseTo(
      sumOf((order) => order === 3),
      6,
    );
    const { message } = await refusal(chosen.analyse('growth', { orders_that: { Table: '1' } }));
    expect(message).toBe('This file cannot be split by "Table": a choice says to ignore the column.');
  });

  it('a choice about a column that is not there, or of another word, is refused by name', async () => {
    const open = (attributes: object) => openShop(engine, csv, { attributes: attributes as never });
    expect((await refusal(open({ Tiers: 'order' }))).message).toBe(
      'The choice attributes.Tiers names no column of this file.',
    );
    expect((await refusal(open({ Tier: 'day' }))).message).toBe(
      'The choice attributes.Tier is "day"; it can be customer, order, line, ignore.',
    );
  });
});
