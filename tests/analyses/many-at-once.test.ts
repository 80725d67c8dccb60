import { describe, expect, it } from 'vitest';
import { headline, judgeFirsts } from '../../src/analyses/first-order/shape';
import type { Row } from '../../src/domain/table';
import { Random } from '../../src/models/random';
import { dataFile, describeWithData } from '../helpers/data';
import { CONTESTS, namedIn, shopOfTwoOrders } from '../helpers/contests';
import { openShop } from '../helpers/warehouse';

/** Where rows compete, a shop without a difference seldom has a headline, and a real difference is named. */

const SHOPS = 2000;
/** As many tell 80% from 90%. */
const FEWER_SHOPS = 400;

/** One shop: each value with so many customers, of whom each comes back with the share of that value. */
function shopOf(random: Random, sizes: readonly number[], shareOf: (at: number) => number): Row[] {
  const backs = sizes.map((size, at) => {
    let back = 0;
    for (let i = 0; i < size; i++) if (random.unit() < shareOf(at)) back++;
    return back;
  });
  const [all, allBack] = [sizes, backs].map((list) => list.reduce((sum, one) => sum + one, 0)) as [
    number,
    number,
  ];
  return sizes.map((eligible, at) => ({
    ...{
      attribute: 'product',
      value: `P${at}`,
      eligible,
      back: backs[at]!,
      all_eligible: all,
      all_back: allBack,
    },
    difference: backs[at]! / eligible - allBack / all,
    ...{ compared: sizes.length, p_value: null, p_adjusted: null, is_beyond_chance: null },
  }));
}

/** Share of shops with a finding that counts. */
function share(
  sizes: readonly number[],
  shareOf: (at: number) => number,
  counts: (found: Row) => boolean,
  shops = SHOPS,
): number {
  const random = new Random(20);
  let named = 0;
  for (let shop = 0; shop < shops; shop++) {
    const rows = shopOf(random, sizes, shareOf);
    judgeFirsts(rows);
    const found = headline(rows.sort((one, other) => Number(other.difference) - Number(one.difference)));
    if (found && counts(found)) named++;
  }
  return named / shops;
}

describe('where rows compete', () => {
  it.each([
    ['20 equal first products', Array<number>(20).fill(200)],
    ['100 equal first products of many sizes', Array.from({ length: 100 }, (_, at) => 30 + at)],
    ['one first product and the rest', [30, 2000]],
  ])('of 2,000 shops with %s, at most 6% have a headline', (_, sizes) => {
    expect(
      share(
        sizes,
        () => 0.3,
        () => true,
      ),
    ).toBeLessThanOrEqual(0.06);
  });

  it.each([0.1, 0.4, 0.7])(
    'one of 20 with 200 customers each that brings back 15 points more than %f is named in at least four shops of five',
    (base) => {
      const sizes = Array<number>(20).fill(200);
      const shareOf = (at: number) => (at === 0 ? base + 0.15 : base);
      const named = share(sizes, shareOf, ({ value }) => value === 'P0', FEWER_SHOPS);
      expect(named).toBeGreaterThanOrEqual(0.8);
    },
  );

  it('questions asked of whole shops without a difference seldom name a row, and name the one that differs', async () => {
    const shop = await shopOfTwoOrders();
    const found: Record<string, [number, number]> = {};
    for (const contest of CONTESTS) {
      const nothing = await namedIn(shop, contest, 20);
      const something = await namedIn(shop, contest, 10, 0.15);
      found[contest.id] = [nothing.any, something.right];
    }
    for (const [id, [nothing, something]] of Object.entries(found)) {
      expect(nothing, id).toBeLessThanOrEqual(0.15);
      expect(something, id).toBeGreaterThanOrEqual(0.6);
    }
  });
});

describeWithData('two files of the same baskets with two names changed round', () => {
  const turned: Record<string, string> = { Apple: 'Zebra', Zebra: 'Apple' };

  it('have one lift, one interval and one verdict', async () => {
    const answers = [];
    for (const name of ['pairs_apple_zebra.csv', 'pairs_zebra_apple.csv']) {
      const shop = await openShop('native', { path: dataFile('edge', name) });
      answers.push((await shop.analyse('product-pairs')).rows);
    }
    const [one, other] = answers as [Row[], Row[]];
    expect(one).toHaveLength(1);
    expect(other).toEqual(
      one.map((row) => ({
        ...row,
        product: turned[String(row.product)],
        other_product: turned[String(row.other_product)],
      })),
    );
  });
});
