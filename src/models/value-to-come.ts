import { discounted } from './discounting';
import type { Parameters, PurchaseModel } from './purchase-model';

/** How often a customer alive at (frequency, age) buys within the horizon: what is expected, and eight ways of ten. */
export interface Ahead {
  /** Occasions expected while alive. */
  expected: number;
  /** The same, later ones counting less. */
  discounted: number;
  /** Chances of 0, 1 … occasions, to where less than one in ten thousand is left. */
  chances: Float64Array;
  /** Mean of the square of the number of occasions. */
  square: number;
}

const RARE = 1e-4;
const MOST = 2000;

/**
 * What (frequency, age) says about the horizon, in days; whether the customer is alive comes on top.
 * @param asked `ahead`: what passes in so many days, in the unit of the parameters; `yearly`: what a year takes off
 */
export function aheadOf(
  model: PurchaseModel,
  theta: Parameters,
  frequency: number,
  age: number,
  horizonDays: number,
  { ahead, yearly }: { ahead: (days: number) => number; yearly: number },
): Ahead {
  const within = (days: number) => model.expectedAlive(theta, frequency, age, ahead(days));
  const expected = within(horizonDays);
  let chances: Float64Array = new Float64Array(0);
  for (let most = Math.ceil(2 * expected) + 8; most <= MOST; most *= 2) {
    chances = model.chancesAlive(theta, frequency, age, ahead(horizonDays), most);
    if (1 - chances.reduce((sum, chance) => sum + chance, 0) < RARE) break;
  }
  return {
    expected,
    discounted: discounted(within, horizonDays, yearly),
    chances,
    square: chances.reduce((sum, chance, n) => sum + n * n * chance, 0),
  };
}

/** The number of occasions that a customer, alive with this chance, stays at or below with the chance `share`. */
export function occasionsAt(share: number, pAlive: number, chances: Float64Array): number {
  let below = 1 - pAlive;
  for (let n = 0; n < chances.length; n++) {
    below += pAlive * chances[n]!;
    if (below >= share - 1e-12) return n;
  }
  return chances.length - 1;
}

/** Time until the share `share` of those still there has bought again: while alive the pace is gamma(r + x, alpha + T). */
export function nextWithin([r, alpha]: Parameters, frequency: number, age: number, share: number): number {
  return (alpha! + age) * Math.expm1(-Math.log1p(-share) / (r! + frequency));
}
