/** A month is a twelfth of 365.25 days. A month of 30 days inflates what a year brings. */
export const DAYS_OF_MONTH = 30.4375;

/**
 * What purchases to come are worth today, in purchases: those of each month count as if made at its end. The last month may be
 * a part of one. Without discount it is exactly the expectation over the horizon.
 * @param expected purchases from now to a time, in days
 * @param horizon days
 * @param yearly discount a year: 0.1 is 10 %
 */
export function discounted(expected: (days: number) => number, horizon: number, yearly: number): number {
  if (yearly === 0) return expected(horizon);
  const monthly = Math.pow(1 + yearly, 1 / 12);
  let [sum, before] = [0, 0];
  for (let month = 1; before < horizon; month++) {
    const end = Math.min(month * DAYS_OF_MONTH, horizon);
    sum += (expected(end) - expected(before)) / Math.pow(monthly, end / DAYS_OF_MONTH);
    before = end;
  }
  return sum;
}
