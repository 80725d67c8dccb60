import { STEPS } from '../../charts/heatmap';
import { format } from '../../i18n/format';
import { words } from '../../i18n/words';
import { FIRST_PRODUCTS, NET_SO_FAR, QUARTERS } from '../../sample/figures';

/** What the three small pictures of the first page show; the figures are those of `sample/figures`. */
const said = () => words.pages.first.sketches;
const CURRENCY = 'EUR';

const highest = (values: readonly number[]) => Math.max(...values);
const extremes = <T>(items: readonly T[], of: (item: T) => number): { best: T; least: T } => {
  const [first] = items;
  if (first === undefined) throw new RangeError('a picture without figures');
  return {
    best: items.reduce((most, item) => (of(item) > of(most) ? item : most), first),
    least: items.reduce((few, item) => (of(item) < of(few) ? item : few), first),
  };
};

const rates = QUARTERS.map(({ customers, back }) => back.map((count) => count / customers));
const mostBack = highest(rates.flat());
const quarters = extremes(QUARTERS, ({ back, customers }) => back[0] / customers);
const quarterName = (quarter: string) => format.period(quarter, 'quarter');

export const backSketch = () => ({
  rows: QUARTERS.map(({ quarter, back, customers }) => ({
    name: quarterName(quarter),
    cells: back.map((count, index) => {
      const step = Math.min(STEPS - 1, Math.floor((count / customers / mostBack) * STEPS));
      return { age: index + 1, text: format.rateFigure(count / customers), step };
    }),
  })),
  sentence: said().back(
    format.rate(quarters.best.back[0] / quarters.best.customers),
    quarterName(quarters.best.quarter),
    format.rate(quarters.least.back[0] / quarters.least.customers),
    quarterName(quarters.least.quarter),
  ),
});

const shares = FIRST_PRODUCTS.map(({ product, back, customers }) => ({ product, share: back / customers }));
const products = extremes(shares, ({ share }) => share);

export const beginSketch = () => ({
  rows: shares.map(({ product, share }) => ({
    product,
    /** From nothing to all of them over the whole width. */
    length: `${share * 100}%`,
    text: format.rate(share),
  })),
  sentence: said().begin(
    format.rate(products.best.share),
    products.best.product,
    format.rate(products.least.share),
    products.least.product,
  ),
});

/** Where the line stands in its picture, in the units of the viewBox. */
export const LINE = { width: 320, height: 176, left: 34, right: 286, top: 24, bottom: 148 } as const;
const most = highest(NET_SO_FAR);
const x = (age: number) => LINE.left + (age / (NET_SO_FAR.length - 1)) * (LINE.right - LINE.left);
const y = (cents: number) => LINE.bottom - (cents / most) * (LINE.bottom - LINE.top);
const [firstNet = 0] = NET_SO_FAR;
const lastNet = NET_SO_FAR.at(-1) ?? 0;
const end = (cents: number, age: number) => ({
  x: x(age),
  y: y(cents),
  text: format.money(cents / 100, CURRENCY),
});

export const bringSketch = () => ({
  points: NET_SO_FAR.map((cents, age) => `${x(age)},${y(cents)}`).join(' '),
  ends: [end(firstNet, 0), end(lastNet, NET_SO_FAR.length - 1)],
  sentence: said().bring(format.money(firstNet / 100, CURRENCY), format.money(lastNet / 100, CURRENCY)),
});
