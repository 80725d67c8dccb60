import type { Fit } from '../../models/optimise/fit';
import type { PurchaseModel } from '../../models/purchase-model';
import { remembered } from '../../models/remembered';
import { aheadOf, occasionsAt, overAhead } from '../../models/value-to-come';
import type { Bought } from './read-columns';
import type { Standpoint } from './standpoint';

/** Of a band that holds eight cases of ten. */
const [LOW, HIGH] = [0.1, 0.9] as const;

/** What each different history has before it. Only P(alive) hangs on the recency, so the rest is computed once for each age. */
export function scores(
  model: PurchaseModel,
  { parameters }: Fit,
  { all }: Bought,
  now: Standpoint,
  horizon: number,
  yearly: number,
) {
  const asked = { ahead: (days: number) => now.ahead(days), yearly };
  const histories = now.histories(all, [...all.frequency.keys()]);
  const known = remembered((x, T, phase) => aheadOf(model, parameters, x, T, horizon, asked, phase));
  const count = all.frequency.length;
  const table = {
    ...{
      frequency: Array.from(all.frequency),
      recency_days: Array.from(all.recency),
      age_days: Array.from(all.age),
    },
    ...{ p_alive: new Float64Array(count), expected_orders: new Float64Array(count) },
    ...{ discounted_orders: new Float64Array(count), low_orders: new Float64Array(count) },
    ...{
      high_orders: new Float64Array(count),
      square_orders: new Float64Array(count),
      next_low_days: new Int32Array(count),
      next_high_days: new Int32Array(count),
    },
  };
  const alives = model.pAliveOf(parameters, histories);
  for (let i = 0; i < count; i++) {
    const frequency = all.frequency[i]!;
    const age = histories.age[i]!;
    const history = { frequency, age, recency: histories.recency[i]! };
    const ahead = overAhead(
      model.phaseShares(parameters, history),
      Array.from({ length: model.phases }, (_, phase) => known(frequency, age, phase)),
    );
    const alive = alives[i]!;
    table.p_alive[i] = alive;
    table.expected_orders[i] = alive * ahead.expected;
    table.discounted_orders[i] = alive * ahead.discounted;
    table.low_orders[i] = occasionsAt(LOW, alive, ahead.chances);
    table.square_orders[i] = alive * ahead.square;
    table.high_orders[i] = occasionsAt(HIGH, alive, ahead.chances);
    const days = (share: number) =>
      Math.min(Math.round(now.daysFor(model.nextWithin(parameters, history, share))), 36_500);
    table.next_low_days[i] = days(LOW);
    table.next_high_days[i] = days(HIGH);
  }
  return table;
}
