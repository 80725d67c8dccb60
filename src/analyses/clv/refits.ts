import { bootstrap, quantile } from '../../models/bootstrap';
import type { Fit } from '../../models/optimise/fit';
import type { PurchaseModel } from '../../models/purchase-model';
import type { Bought } from './read-columns';
import type { RefitReport } from './report';
import type { Spending } from './spending';
import { gathered, sumBy } from './spread';
import type { Standpoint } from './standpoint';
import { saidBy } from './totals';

/**
 * The model refitted to customers drawn anew, so many times: what that says of the parameters, of how many are still there and of
 * what all will bring, beside what the robust errors say. The band is that of the parameters alone.
 * @param step told the share that is done, between two refits
 */
export async function refitted(
  model: PurchaseModel,
  fit: Fit,
  spending: Spending,
  { all }: Bought,
  fitted: readonly number[],
  now: Standpoint,
  days: number,
  replicates: number,
  step: (share: number) => Promise<void>,
): Promise<RefitReport> {
  const { groups, spendOf } = saidBy(model, fit, spending, all, now, days, 0);
  const coarse = gathered(groups);
  const people = coarse.reduce((sum, { customers }) => sum + customers, 0);
  const found: { parameters: Float64Array; value: number; alive: number }[] = [];
  for (const { done, total, parameters } of bootstrap(model, now.histories(all, fitted), fit, {
    replicates,
  })) {
    if (parameters)
      found.push({
        parameters,
        value: sumBy(model, parameters, coarse, now.ahead(days), (group) => spendOf(group, null).mean),
        alive:
          coarse.reduce((sum, group) => sum + group.customers * model.pAlive(parameters, group), 0) / people,
      });
    await step(done / total);
  }
  const band = (of: (one: (typeof found)[number]) => number) => {
    const values = found.map(of);
    return { low: quantile(values, 0.1), high: quantile(values, 0.9) };
  };
  const errors = fit.names.map((name, i) => {
    const mean = found.reduce((sum, { parameters }) => sum + parameters[i]!, 0) / found.length;
    const squares = found.reduce((sum, { parameters }) => sum + (parameters[i]! - mean) ** 2, 0);
    return [name, Math.sqrt(squares / (found.length - 1))] as const;
  });
  const isKnown = found.length > 1;
  return {
    ...{ replicates, failed: replicates - found.length, days },
    errors: isKnown ? Object.fromEntries(errors) : null,
    p_alive: isKnown ? band(({ alive }) => alive) : null,
    value: isKnown ? band(({ value }) => value) : null,
  };
}
