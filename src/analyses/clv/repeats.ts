import { expectedRepeats, TOP_FREQUENCY } from '../../models/backtest';
import type { PurchaseModel } from '../../models/purchase-model';
import type { Bought } from './read-columns';
import type { RepeatReport } from './report';
import type { Standpoint } from './standpoint';

/** How many of those who were learned from have come back 0, 1 … times: as they did, and as the model expects of customers of their ages. */
export function repeatsOf(
  model: PurchaseModel,
  parameters: Float64Array,
  { all }: Bought,
  fitted: readonly number[],
  now: Standpoint,
): RepeatReport[] {
  const histories = now.histories(all, fitted);
  const real = Array.from({ length: TOP_FREQUENCY + 1 }, () => 0);
  histories.frequency.forEach((x, i) => (real[Math.min(x, TOP_FREQUENCY)]! += histories.customers[i]!));
  return expectedRepeats(model, parameters, histories, TOP_FREQUENCY).map((expected, frequency) => ({
    ...{ frequency, customers: real[frequency]!, expected },
  }));
}
