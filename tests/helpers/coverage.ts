import fit from '../../src/analyses/clv/fit';
import type { ClvReport } from '../../src/analyses/clv/report';
import { sampleFuture } from './sample-future';

const LINES = 20_000;
const ASKED = { model: 'auto', unit: 'weeks', horizon_days: 365, margin: 1, discount_rate_per_year: 0 };

/**
 * In how many of the sample shops of the seeds `first` and on the 80 % band for the year after 2024 holds what its customers then
 * bring; the mean and the spread of what the expectation was off by, and half the width of the bands, as shares of the truth.
 */
export async function coverage(shops: number, first = 1) {
  const errors: number[] = [];
  const halves: number[] = [];
  let held = 0;
  for (let seed = first; seed < first + shops; seed++) {
    const { columns, brought } = sampleFuture(seed, LINES);
    const { report } = await fit(columns, ASKED, async () => undefined);
    const total = (report as ClvReport).totals.find(({ days }) => days === 365);
    if (!total) throw new Error(`the shop of seed ${seed} was not fitted`);
    if (total.low <= brought && brought <= total.high) held++;
    errors.push(total.value / brought - 1);
    halves.push((total.high - total.value) / brought);
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const bias = mean(errors);
  const spread = Math.sqrt(mean(errors.map((error) => (error - bias) ** 2)));
  return { shops, held, bias, spread, half: mean(halves) };
}
