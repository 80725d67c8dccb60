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
  phase = 0,
): Ahead {
  const within = (days: number) => model.expectedAlive(theta, frequency, age, ahead(days), phase);
  const expected = within(horizonDays);
  let chances: Float64Array = new Float64Array(0);
  for (let most = Math.ceil(2 * expected) + 8; most <= MOST; most *= 2) {
    chances = model.chancesAlive(theta, frequency, age, ahead(horizonDays), most, phase);
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

/** The same where the phase is not known: the mean over the phases, each with its share. */
export function overAhead(shares: ArrayLike<number>, each: readonly Ahead[]): Ahead {
  if (each.length === 1) return each[0]!;
  const most = each.reduce((top, { chances }) => Math.max(top, chances.length), 0);
  const mixed: Ahead = { expected: 0, discounted: 0, chances: new Float64Array(most), square: 0 };
  each.forEach((one, phase) => {
    const share = shares[phase]!;
    mixed.expected += share * one.expected;
    mixed.discounted += share * one.discounted;
    mixed.square += share * one.square;
    one.chances.forEach((chance, n) => (mixed.chances[n]! += share * chance));
  });
  return mixed;
}
