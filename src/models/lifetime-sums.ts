/**
 * What a customer is worth as the articles for shop owners reckon it: three products, all customers taken for alike. Money in one
 * currency, margin 0..1.
 */

/**
 * Average sale × sales a month × months kept.
 * @example bySales(200_000, 2, 12) → 4_800_000
 */
export const bySales = (averageSale: number, salesAMonth: number, months: number): number =>
  averageSale * salesAMonth * months;

/**
 * Spend a visit × visits a year × years, × margin.
 * @example byVisits(100, 50, 10, 0.1) → { net: 50_000, margin: 5_000 }
 */
export function byVisits(spend: number, visitsAYear: number, years: number, margin: number) {
  const net = spend * visitsAYear * years;
  return { net, margin: net * margin };
}

/** Orders per customer × what an order brings: what a customer brings in the time that orders were counted over. */
export const byFrequency = (ordersPerCustomer: number, averageOrder: number): number =>
  ordersPerCustomer * averageOrder;
