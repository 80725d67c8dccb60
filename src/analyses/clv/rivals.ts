import type { Histories } from '../../models/histories';
import { bestTenthCaught, judged } from '../../models/judged';
import type { RivalReport } from './report';

/**
 * Guesses that need no model, judged on the same customers and days. Orders are counted customer by customer, so entries whose
 * customers did not all do the same are not allowed.
 * @param came orders of each customer of the entry that came
 * @param horizon length of the test, in the unit of the histories
 */
export function rivalsOf(
  { frequency, recency, age, customers }: Histories,
  came: ArrayLike<number>,
  horizon: number,
): RivalReport[] {
  const entries = Array.from(frequency.keys());
  const each = (of: (i: number) => number) => Float64Array.from(entries, of);
  const all = entries.reduce((sum, i) => sum + customers[i]!, 0);
  const mean = all > 0 ? entries.reduce((sum, i) => sum + customers[i]! * came[i]!, 0) / all : 0;
  const guesses = {
    alike: each(() => mean),
    nobody: each(() => 0),
    'own-rate': each((i) => (age[i]! > 0 ? (frequency[i]! / age[i]!) * horizon : 0)),
  };
  const latest = each((i) => recency[i]! - age[i]!);
  return [
    ...(['alike', 'nobody', 'own-rate'] as const).map((rival) => ({
      ...{ rival, ...judged({ said: guesses[rival], came, customers }) },
      best_tenth: bestTenthCaught(guesses[rival], came, customers),
    })),
    // Who came last says who is first, and nothing of how many orders come.
    {
      ...{ rival: 'recency' as const, expected: null, total_error: null, mean_absolute_error: null },
      ...{ root_mean_square_error: null, deviance: null },
      best_tenth: bestTenthCaught(latest, came, customers),
    },
  ];
}

/** Whether a measure of the model is better than that of every rival. */
export function beatsAll(
  { deviance, best_tenth }: { deviance: number | null; best_tenth: number | null },
  rivals: readonly RivalReport[],
): { byDeviance: boolean; byBestTenth: boolean } {
  const told = rivals.filter(({ rival }) => rival !== 'recency');
  return {
    byDeviance: told.every((one) => (deviance ?? Infinity) < (one.deviance ?? Infinity)),
    byBestTenth: rivals.every((one) => (best_tenth ?? 0) > (one.best_tenth ?? 0)),
  };
}
