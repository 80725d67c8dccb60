import { drawParameters } from '../../models/bootstrap';
import { discounted } from '../../models/discounting';
import type { Histories } from '../../models/histories';
import type { Fit } from '../../models/optimise/fit';
import { overPhases, type PurchaseModel } from '../../models/purchase-model';
import { remembered } from '../../models/remembered';
import type { Tried } from './candidates';
import type { Bought } from './read-columns';
import type { TotalReport } from './report';
import { spendingOf, spendSums, type Spending } from './spending';
import { DRAWS, spreadOf, type Group, type SpendOf } from './spread';
import type { Standpoint } from './standpoint';

/** Standard normal quantile of 0.9: a band that holds eight cases of ten. */
const EIGHT_OF_TEN = 1.2815515655446004;

export interface Asked {
  margin: number;
  yearly: number;
}

/** How wrong the model itself seems to be: a share of what it expects, of a time as long as its test. */
export interface ModelError {
  share: number;
  days: number;
}

/** What a fit says of all customers together. */
export interface Said {
  orders: number;
  value: number;
  /** Without what a year takes off. */
  undiscounted: number;
  groups: readonly Group[];
  spendOf: SpendOf;
}

export function saidBy(
  model: PurchaseModel,
  fit: Fit,
  spending: Spending,
  known: Histories & { mean: Float64Array; squares: Float64Array },
  at: Standpoint,
  days: number,
  yearly: number,
): Said {
  const { frequency, recency, age, customers } = at.histories(known, [...known.frequency.keys()]);
  const groups = Array.from(frequency, (x, i) => ({
    ...{ frequency: x, recency: recency[i]!, age: age[i]!, customers: customers[i]! },
    ...{ means: known.mean[i]!, squares: known.squares[i]! },
  }));
  const own = spending.fit?.parameters ?? null;
  const drawn = spending.fit ? drawParameters(spending.fit, DRAWS, 12) : [];
  const spendOf: SpendOf = (group, draw) => {
    const one = draw === null ? undefined : drawn[draw];
    const theta = one && one[1]! > 1.05 ? one : own;
    return spendSums(theta, spending.report.average, group);
  };
  const aheadOf = remembered((x, T, phase) => {
    const within = (span: number) => model.expectedAlive(fit.parameters, x, T, at.ahead(span), phase);
    return { expected: within(days), discounted: discounted(within, days, yearly) };
  });
  const said = { orders: 0, value: 0, undiscounted: 0, groups, spendOf };
  for (const group of groups) {
    const alive = model.pAlive(fit.parameters, group);
    const ahead = (of: 'expected' | 'discounted') =>
      alive *
      overPhases(model, fit.parameters, group, (phase) => aheadOf(group.frequency, group.age, phase)[of]);
    const spend = spendOf(group, null).mean;
    said.orders += group.customers * ahead('expected');
    said.value += ahead('discounted') * spend;
    said.undiscounted += ahead('expected') * spend;
  }
  return said;
}

/**
 * The net that a candidate said the time of its test would bring, and how wrong that shows the model itself to be: what it was off
 * by beyond what chance and unknown parameters alone would make it, as the variance of one random effect by its moments
 * (DerSimonian and Laird 1986 with a single study). That is 0 where the model kept within its own spread.
 */
export function testOf(
  { found, backtest }: Tried,
  { past, pastSpend }: Bought,
  cut: Standpoint,
): { expected_value: number | null; error: ModelError } {
  if (!found || !backtest) return { expected_value: null, error: { share: 0, days: 0 } };
  const { days, actual_value } = backtest;
  const { value, groups, spendOf } = saidBy(
    found.model,
    found.fit,
    spendingOf(pastSpend),
    past,
    cut,
    days,
    0,
  );
  const spread = spreadOf(found.model, found.fit, groups, days, (span) => cut.ahead(span), spendOf);
  const beyond = (actual_value - value) ** 2 - spread.chance - spread.unknown;
  const share = value > 0 ? Math.sqrt(Math.max(beyond, 0)) / value : 0;
  return { expected_value: value, error: { share, days } };
}

/**
 * What everybody together will bring within `days`. The band holds what chance does to single customers, what is not known of the
 * parameters, and the error of the model itself; over a longer time than that of the test it grows in proportion.
 */
export function totalOf(
  model: PurchaseModel,
  fit: Fit,
  spending: Spending,
  { all }: Bought,
  now: Standpoint,
  days: number,
  wrong: ModelError,
  { margin, yearly }: Asked,
): TotalReport {
  const said = saidBy(model, fit, spending, all, now, days, yearly);
  const { orders, value, undiscounted, groups, spendOf } = said;
  const { chance, unknown } = spreadOf(model, fit, groups, days, (span) => now.ahead(span), spendOf);
  // Only their spread is used, so later occasions need not count less in each of them.
  const less = undiscounted > 0 ? value / undiscounted : 1;
  const longer = wrong.days > 0 ? Math.max(1, days / wrong.days) : 1;
  const common = unknown * less ** 2 + (wrong.share * longer * value) ** 2;
  const half = EIGHT_OF_TEN * Math.sqrt(chance * less ** 2 + common);
  return {
    ...{ days, orders, value: margin * value, common_error: value > 0 ? Math.sqrt(common) / value : 0 },
    ...{ low: margin * Math.max(value - half, 0), high: margin * (value + half) },
  };
}
