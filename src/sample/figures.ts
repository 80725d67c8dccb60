/**
 * Figures of the sample shop that the first page draws before anything is opened. tests/unit/sample-figures.test.ts
 * counts each of them again over the generated file, so they cannot drift from what the shop really holds.
 */

/** Customers by the quarter of their first order, and how many of them ordered one to four quarters later. */
export interface QuarterFigures {
  /** First day of the quarter, 'YYYY-MM-DD'. */
  quarter: string;
  customers: number;
  back: readonly [number, number, number, number];
}
export const QUARTERS: readonly QuarterFigures[] = [
  { quarter: '2023-01-01', customers: 359, back: [95, 66, 58, 44] },
  { quarter: '2023-04-01', customers: 408, back: [119, 94, 71, 55] },
  { quarter: '2023-07-01', customers: 347, back: [126, 74, 66, 62] },
  { quarter: '2023-10-01', customers: 728, back: [139, 86, 64, 66] },
];

/** Customers by a product of their first order, and how many ordered again by the end of the sixth month after it. */
export interface ProductFigures {
  product: string;
  customers: number;
  back: number;
}
/** The four products with the most first buyers. */
export const FIRST_PRODUCTS: readonly ProductFigures[] = [
  { product: 'House espresso 1 kg', customers: 868, back: 520 },
  { product: 'Filter roast 500 g', customers: 687, back: 311 },
  { product: 'Filter papers, 100', customers: 490, back: 221 },
  { product: 'Starter set', customers: 659, back: 152 },
];

/** Net so far per customer in cents, at the end of the month of the first order and of each of the twelve after it. */
export const NET_SO_FAR: readonly number[] = [
  3358, 3980, 4494, 4902, 5303, 5689, 6023, 6295, 6604, 6854, 7098, 7330, 7564,
];
/** Customers it is counted over: all whose twelve months are over. */
export const NET_SO_FAR_CUSTOMERS = 4876;
