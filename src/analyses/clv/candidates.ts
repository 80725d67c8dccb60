import { fail, ok, type Outcome } from '../../domain/outcome';
import { backtest, type Backtest } from '../../models/backtest';
import { bgCnbd, fitRegular, mbgCnbd } from '../../models/bg-cnbd';
import { bgNbd, mbgNbd } from '../../models/bg-nbd';
import type { Histories } from '../../models/histories';
import { bestTenthCaught, judged } from '../../models/judged';
import type { Fit, FitProblem } from '../../models/optimise/fit';
import { paretoNbd } from '../../models/pareto-nbd';
import type { PurchaseModel } from '../../models/purchase-model';
import { daysBetween, type Bought } from './read-columns';
import type { BacktestReport, CandidateReport, FittedModel, ModelId, RivalReport } from './report';
import type { Standpoint } from './standpoint';

const RANDOM = { 'mbg-nbd': mbgNbd, 'pareto-nbd': paretoNbd, 'bg-nbd': bgNbd } as const;
const REGULAR = { 'mbg-cnbd-k': mbgCnbd, 'bg-cnbd-k': bgCnbd } as const;
const isRegular = (id: ModelId): id is keyof typeof REGULAR => id in REGULAR;

/** @param k stages of a gap, where the model has them */
export const modelOf = (id: ModelId, k: number): PurchaseModel =>
  isRegular(id) ? REGULAR[id](k) : RANDOM[id];

/**
 * Those among which the past decides. BG/NBD is fitted beside them and never taken by itself: to it, whoever has bought once
 * is still a customer for ever.
 */
export const CONTENDERS: readonly ModelId[] = ['mbg-nbd', 'pareto-nbd', 'mbg-cnbd-k'];

/** A fit with the model that its parameters are of. */
export interface Found {
  id: ModelId;
  model: PurchaseModel;
  k: number;
  fit: Fit;
}

/** @param histories with `logGaps` */
export function fitTo(id: ModelId, histories: Histories & { logGaps: number }): Outcome<Found, FitProblem> {
  if (isRegular(id)) {
    const found = fitRegular(REGULAR[id], histories);
    return found.ok ? ok({ id, ...found.value }) : fail(found.error);
  }
  const found = RANDOM[id].fit(histories);
  return found.ok ? ok({ id, model: RANDOM[id], k: 1, fit: found.value }) : fail(found.error);
}

export function asReport({ id, k, fit }: Found): FittedModel {
  const named = (values: ArrayLike<number>) =>
    Object.fromEntries(fit.names.map((name, i) => [name, values[i]!]));
  const { log_likelihood, aic, bic } = fit;
  const own = isRegular(id) ? { k } : {};
  return {
    ...{ model: id, parameters: { ...own, ...named(fit.parameters) }, log_likelihood },
    ...{ errors: named(fit.errors), hessian_errors: named(fit.hessian_errors), aic, bic },
  };
}

/** A candidate with the fit itself. */
export type Tried = CandidateReport & { found: Found | null; failed: FitProblem | null };

/** What a fit says of the time after its day, customer by customer, beside what came. */
export function testedOn(
  { model, fit }: Found,
  histories: Histories,
  later: ArrayLike<number>,
  horizon: number,
) {
  const { customers } = histories;
  const sums = customers.map((w, i) => later[i]! * w);
  const buyers = customers.map((w, i) => (later[i]! > 0 ? w : 0));
  const absolute = (i: number, expected: number) => customers[i]! * Math.abs(expected - later[i]!);
  const { said, ...seen } = backtest(model, fit.parameters, histories, sums, buyers, horizon, absolute);
  const { root_mean_square_error, deviance } = judged({ said, came: later, customers });
  return { ...seen, root_mean_square_error, deviance, best_tenth: bestTenthCaught(said, later, customers) };
}

/** A model fitted to the past alone, and what it says of the time after it. */
export function tryModel(id: ModelId, bought: Bought, cut: Standpoint, rivals: RivalReport[]): Tried {
  const { past } = bought;
  const histories = {
    ...cut.histories(past, [...past.frequency.keys()]),
    logGaps: cut.logGaps(bought.gaps, 1),
  };
  const found = fitTo(id, histories);
  const none = { fit: null, backtest: null, found: null };
  if (!found.ok) return { model: id, ...none, problem: found.error.message, failed: found.error };
  const days = daysBetween(bought.cut_on, bought.as_of);
  const horizon = cut.ahead(days);
  const told = (): BacktestReport => ({
    ...testedOn(found.value, histories, past.later, horizon),
    ...{ from: bought.cut_on, to: bought.as_of, days, range: null },
    rivals,
    expected_value: null,
    actual_value: past.net.reduce((sum, net) => sum + net, 0),
  });
  return {
    ...{ model: id, fit: asReport(found.value), problem: null, failed: null, found: found.value },
    backtest: days > 0 ? told() : null,
  };
}

/** How far off a candidate was: in all, and in who would buy at all, tenth by tenth. Smaller is better. */
export function missOf(tested: Backtest | null): number {
  if (!tested || tested.total_error === null) return Infinity;
  const buyers = tested.by_alive.reduce((sum, tenth) => sum + tenth.buyers, 0);
  const misplaced = tested.by_alive.reduce(
    (sum, tenth) => sum + Math.abs(tenth.expected_buyers - tenth.buyers),
    0,
  );
  return Math.abs(tested.total_error) + (buyers > 0 ? misplaced / buyers : 1);
}
