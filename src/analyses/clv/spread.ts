import { drawParameters } from '../../models/bootstrap';
import type { Histories } from '../../models/histories';
import type { Fit } from '../../models/optimise/fit';
import { overPhases, type PurchaseModel } from '../../models/purchase-model';
import { remembered } from '../../models/remembered';
import { aheadOf } from '../../models/value-to-come';
import type { Paid } from './spending';

/** Customers with one history, times in the unit of the fit; `means` and `squares` are sums of what they spend on an occasion. */
export interface Group {
  frequency: number;
  recency: number;
  age: number;
  customers: number;
  means: number;
  squares: number;
}

/** What an occasion of the group brings; `draw` says which of the drawn spending parameters, null the fitted ones. */
export type SpendOf = (group: Group, draw: number | null) => Paid;

export const DRAWS = 100;
/** Histories of nearly the same age are taken together: so many different ages are kept. */
const AGES = 60;

/**
 * How far the sum over all customers may be from what is expected, as variances: `chance` is who stays, how often they buy and what
 * they spend; `unknown` what is not known of the parameters, drawn from their robust covariance.
 * @param ahead what passes in so many days, in the unit of the fit
 */
export function spreadOf(
  model: PurchaseModel,
  fit: Fit,
  groups: readonly Group[],
  days: number,
  ahead: (days: number) => number,
  spendOf: SpendOf,
): { chance: number; unknown: number } {
  const coarse = gathered(groups);
  const seen = remembered((frequency, age, phase) =>
    aheadOf(model, fit.parameters, frequency, age, days, { ahead, yearly: 0 }, phase),
  );
  let chance = 0;
  for (const group of coarse) {
    const alive = model.pAlive(fit.parameters, group);
    const over = (of: 'expected' | 'square') =>
      overPhases(model, fit.parameters, group, (phase) => seen(group.frequency, group.age, phase)[of]);
    const [expected, square] = [over('expected'), over('square')];
    const spend = spendOf(group, null);
    chance +=
      alive * square * spend.square +
      alive * expected * spend.orderSquare -
      (alive * expected * spend.mean) ** 2 / group.customers;
  }
  const sums = drawParameters(fit, DRAWS, 11).map((theta, at) =>
    sumBy(model, theta, coarse, ahead(days), (group) => spendOf(group, at).mean),
  );
  const mean = sums.reduce((sum, one) => sum + one, 0) / Math.max(sums.length, 1);
  const unknown = sums.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(sums.length - 1, 1);
  return { chance: Math.max(chance, 0), unknown };
}

/** The same of the number of orders: each brings one. */
export function orderSpread(
  { model, fit }: { model: PurchaseModel; fit: Fit },
  { frequency, recency, age, customers }: Histories,
  days: number,
  at: { ahead(days: number): number },
): { chance: number; unknown: number } {
  const groups = Array.from(frequency, (x, i) => ({
    ...{ frequency: x, recency: recency[i]!, age: age[i]!, customers: customers[i]! },
    ...{ means: 0, squares: 0 },
  }));
  const one: SpendOf = ({ customers: mean }) => ({ mean, square: mean, orderSquare: 0 });
  return spreadOf(model, fit, groups, days, (span) => at.ahead(span), one);
}

/** What these parameters expect of all groups together. */
export function sumBy(
  model: PurchaseModel,
  theta: Float64Array,
  groups: readonly Group[],
  horizon: number,
  each: (group: Group) => number,
): number {
  const ahead = remembered((frequency, age, phase) =>
    model.expectedAlive(theta, frequency, age, horizon, phase),
  );
  const expected = (group: Group) =>
    overPhases(model, theta, group, (phase) => ahead(group.frequency, group.age, phase));
  return groups.reduce((sum, group) => sum + model.pAlive(theta, group) * expected(group) * each(group), 0);
}

/** Groups whose times were rounded to a grid: a hundred draws over it are soon done, and only their spread is used. */
export function gathered(groups: readonly Group[]): Group[] {
  const most = groups.reduce((top, { age }) => Math.max(top, age), 0);
  const step = most / AGES || 1;
  const found = new Map<string, Group>();
  for (const group of groups) {
    const age = Math.round(group.age / step) * step;
    const silent = Math.min(Math.round((group.age - group.recency) / step) * step, age);
    const recency = group.frequency > 0 ? age - silent : 0;
    const key = `${group.frequency} ${age} ${recency}`;
    const same = found.get(key);
    if (!same) found.set(key, { ...group, age, recency });
    else {
      same.customers += group.customers;
      same.means += group.means;
      same.squares += group.squares;
    }
  }
  return [...found.values()];
}
