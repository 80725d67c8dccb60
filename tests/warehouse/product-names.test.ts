import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import type { Choices } from '../../src/domain/choices';
import { inWords } from '../../src/state/report-words';
import { engineOf, ENGINES, never, openShop, type OpenShop } from '../helpers/warehouse';

/**
 * Seven orders of four customers, and the mug under four names: "White Mug", "WHITE  MUG", "Mug, white" and, later, "Mug No 5", which has the
 * mug's code. Counted on paper below.
 */
const csv = [
  'Order date,Order ID,Customer ID,Product,SKU,Amount',
  '2024-01-02,1,a,White Mug,M5,10.00',
  '2024-01-02,1,a,Saucer,S1,4.00',
  '2024-02-02,2,a,"Mug, white",M5x,10.00',
  '2024-01-03,3,b,WHITE  MUG,M5,10.00',
  '2024-03-03,4,b,Mug No 5,M5,11.00',
  '2024-01-04,5,c,"Mug, white",M5x,10.00',
  '2024-02-04,6,c,Saucer,S1,4.00',
  '2024-01-05,7,d,Tea - 100 g,T1,3.00',
  '2024-01-05,7,d,Tea - 250 g,T2,6.00',
].join('\n');
const COMPLETE: Choices = { history: 'complete' };
const SAID = { 'Mug, white': 'White Mug', 'MUG NO 5': 'Mug, white' };

const pick = (rows: Row[], ...names: string[]) => rows.map((row) => names.map((name) => row[name]));
const products = async (shop: OpenShop) =>
  pick(
    (await shop.analyse('products', { least: 1 })).rows,
    'product',
    'orders',
    'buyers',
    'repeaters',
    'net',
  );

describe.each(ENGINES)('names of products, on %s DuckDB', (engine) => {
  const open = (choices: Choices = {}) => openShop(engine, csv, { ...COMPLETE, ...choices });
  const build = async (shop: OpenShop, choices: Choices) =>
    shop.api.build(never, { ...COMPLETE, ...choices });

  it('that differ in capitals and blanks alone are one product, and nothing else is one unless a person says so', async () => {
    const shop = await open();
    // The mug: orders 1 and 3, a and b once each. "Mug, white": 2 and 5, a and c.
    expect(await products(shop)).toEqual([
      ['Mug, white', 2, 2, 0, 20],
      ['White Mug', 2, 2, 0, 20],
      ['Mug No 5', 1, 1, 0, 11],
      ['Saucer', 2, 2, 0, 8],
      ['Tea - 250 g', 1, 1, 0, 6],
      ['Tea - 100 g', 1, 1, 0, 3],
    ]);
    const listed = await shop.listed({ kind: 'product_names' });
    expect(
      pick(
        listed.filter(({ reason }) => reason !== null),
        'product',
        'name',
        'lines',
        'reason',
      ),
    ).toEqual([
      ['White Mug', 'White Mug', 1, 'spelling'],
      ['White Mug', 'WHITE  MUG', 1, 'spelling'],
    ]);
  });

  it('are counted as the one that a person says, and by a chain as its last', async () => {
    const shop = await open({ product_names: SAID });
    // The mug under all names: orders 1 to 5 of a (twice), b (twice) and c.
    expect(await products(shop)).toEqual([
      ['White Mug', 5, 3, 2, 51],
      ['Saucer', 2, 2, 0, 8],
      ['Tea - 250 g', 1, 1, 0, 6],
      ['Tea - 100 g', 1, 1, 0, 3],
    ]);
    // Pairs: the mug and the saucer are in order 1 alone; five orders have the one, two the other, of seven: lift 1·7 / (5·2).
    const { rows: pairs } = await shop.analyse('product-pairs', { least: 1 });
    const pair = pairs.find(({ product, other_product: other }) => [product, other].includes('White Mug'))!;
    expect([pair.orders, pair.lift]).toEqual([1, 0.7]);
    // Next: a, b and c began with it and went on; a and b to it again, c to the saucer. a began with the saucer too.
    const { rows: next } = await shop.analyse('next-product', { least: 1 });
    expect(pick(next, 'product', 'next_product', 'customers', 'went_on', 'next_customers').sort()).toEqual([
      ['Saucer', 'White Mug', 1, 1, 1],
      ['White Mug', 'Saucer', 3, 3, 1],
      ['White Mug', 'White Mug', 3, 3, 2],
    ]);
  });

  it('are so in first orders, in filters by any of the names, and on the page of a customer', async () => {
    const shop = await open({ product_names: SAID });
    const attributes = await shop.api.attributes(never);
    const product = attributes.find(({ attribute }) => attribute === 'product');
    expect(product?.values).toBe(4);
    expect(product?.top[0]).toBe('White Mug');
    const of = async (params: object) =>
      (await shop.analyse('repeat-rate', { window: { days: 30 }, ...params })).rows[0];
    for (const name of ['White Mug', 'Mug, white', 'WHITE  MUG', 'Mug No 5']) {
      expect((await of({ customers_who: { product: name } }))?.eligible).toBe(3);
      const { rows } = await shop.analyse('products', { least: 1, orders_that: { product: name } });
      expect(rows[0]).toMatchObject({ product: 'White Mug', orders: 5 });
    }
    const values = await shop.api.attributeValues(never, 'orders', 'product', '');
    expect(values).toEqual(['White Mug', 'Saucer', 'Tea - 100 g', 'Tea - 250 g']);
    const listed = await shop.listed({ kind: 'customer', part: 'products', customer: 'b' });
    expect(pick(listed, 'product', 'orders', 'sales')).toEqual([['White Mug', 2, 21]]);
  });

  it('can be said, changed and taken back on tables that stand, and only they change', async () => {
    const shop = await open();
    await shop.analyse('products', { least: 1 });
    const before = await shop.rows('select count(*) as n, sum(net)::double as net from orders');
    const report = await build(shop, { product_names: { 'mug,  WHITE': 'Saucer' } });
    // Saucer: orders 1, 2, 5 and 6; a twice, c twice.
    expect((await products(shop))[0]).toEqual(['Saucer', 4, 2, 2, 28]);
    expect(await shop.rows('select count(*) as n, sum(net)::double as net from orders')).toEqual(before);
    expect(report.all).toEqual(shop.report.all);
    expect(report.choices.product_names).toEqual({ 'mug,  WHITE': 'Saucer' });
    await build(shop, {});
    // Nobody began with "Mug No 5".
    expect((await products(shop))[0]).toEqual(['Mug, white', 2, 2, 0, 20]);
    expect((await shop.api.attributes(never)).find(({ attribute }) => attribute === 'product')?.values).toBe(
      5,
    );
  });

  it('that the file does not have are kept and told, and one that only a person gave is shown as it was given', async () => {
    const shop = await open({
      product_names: { 'Old pot': 'White Mug', 'Tea - 100 g': 'Tea', 'Tea - 250 g': 'Tea' },
    });
    expect((await products(shop)).find(([name]) => String(name).startsWith('Tea'))).toEqual([
      'Tea',
      1,
      1,
      0,
      9,
    ]);
    expect(shop.report.facts).toContainEqual({ id: 'product_names_absent', values: { said: 3, absent: 1 } });
    const told = inWords(shop.report).findings.find(({ id }) => id === 'product_names_absent');
    expect(told?.sentence).toContain('1 of them are not in this file');
    const listed = await shop.listed({ kind: 'product_names' });
    expect(listed).toContainEqual({
      ...{ name: 'Old pot', lines: 0, product: 'White Mug', said_name: 'Old pot', reason: 'said' },
    });
    // A file without a product column keeps them too.
    const bare = await openShop(engine, 'Order date,Order ID,Customer ID,Amount\n2024-01-02,1,a,10.00\n', {
      product_names: SAID,
    });
    expect(bare.report.facts).toContainEqual({ id: 'product_names_absent', values: { said: 2, absent: 2 } });
  });

  it('in the origin of an answer are a count, and no name', async () => {
    const shop = await open({ product_names: SAID });
    const { provenance } = await shop.analyse('products', { least: 1 });
    expect(provenance.choices).toMatchObject({ product_names: 2 });
    expect(JSON.stringify(provenance)).not.toMatch(/mug/i);
  });

  it('that count as each other are refused with a sentence, and the tables stay', async () => {
    const shop = await open();
    const circle = { 'White Mug': 'Saucer', SAUCER: 'white  mug' };
    await expect(build(shop, { product_names: circle })).rejects.toMatchObject({ code: 'bad-parameter' });
    await expect(build(shop, { product_names: ['Saucer'] as never })).rejects.toMatchObject({
      code: 'bad-parameter',
    });
    expect((await products(shop)).length).toBe(6);
    await expect(openShop(engine, csv, { product_names: circle })).rejects.toMatchObject({
      code: 'bad-parameter',
    });
    expect((await engineOf(engine)).now).not.toBeNull();
  });

  it('are suggested by rules that can be named, and none is merged by it', async () => {
    const shop = await openShop(
      engine,
      `${csv}\n2024-05-05,8,d,Thé vert,G1,3.00\n2024-05-06,9,d,the-vert,G2,3.00\n`,
      COMPLETE,
    );
    const told = (await shop.listed({ kind: 'product_suggestions' })).map(({ rule, names, product }) => [
      rule,
      String(names).split('\u001f'),
      product,
    ]);
    // The code M5 stands by the mug (2 rows) and "Mug No 5"; words in another order by the mug and "Mug, white", of 2 rows each.
    expect(told).toEqual([
      ['order', ['Mug, white', 'White Mug'], 'Mug, white'],
      ['code', ['White Mug', 'Mug No 5'], 'White Mug'],
      ['variant', ['Tea - 100 g', 'Tea - 250 g'], 'Tea'],
      ['marks', ['Thé vert', 'the-vert'], 'Thé vert'],
    ]);
    expect((await products(shop)).length).toBe(8);
  });
});
