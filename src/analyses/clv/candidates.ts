import { backtest } from '../../models/backtest';
import { bgNbd, mbgNbd } from '../../models/bg-nbd';
import type { Fit } from '../../models/optimise/fit';
import { paretoNbd } from '../../models/pareto-nbd';
import type { PurchaseModel } from '../../models/purchase-model';
import { daysBetween, type Bought } from './read-columns';
import type { BacktestReport, CandidateReport, FittedModel, ModelId } from './report';
import type { Standpoint } from './standpoint';

export const MODELS: Record<ModelId, PurchaseModel> = {
  'mbg-nbd': mbgNbd,
  'pareto-nbd': paretoNbd,
  'bg-nbd': bgNbd,
};

/**
 * Those among which the past decides. BG/NBD is fitted beside them and never taken by itself: to it, whoever has bought once
 * is still a customer for ever.
 */
export const CONTENDERS: readonly ModelId[] = ['mbg-nbd', 'pareto-nbd'];

const named = (names: readonly string[], values: ArrayLike<number>) =>
  Object.fromEntries(names.map((name, i) => [name, values[i]!]));

export const asReport = (model: ModelId, fit: Fit): FittedModel => ({
  model,
  parameters: named(fit.names, fit.parameters),
  log_likelihood: fit.log_likelihood,
  errors: named(fit.names, fit.errors),
  hessian_errors: named(fit.names, fit.hessian_errors),
  aic: fit.aic,
  bic: fit.bic,
});

/** A candidate with the fit itself. */
export type Tried = CandidateReport & { raw: Fit | null };

/** A model fitted to the past alone, and what it says of the time after it. */
export function tryModel(id: ModelId, bought: Bought, cut: Standpoint): Tried {
  const model = MODELS[id];
  const { past } = bought;
  const histories = cut.histories(past, [...past.frequency.keys()]);
  const found = model.fit(histories);
  if (!found.ok) return { model: id, fit: null, backtest: null, problem: found.error.message, raw: null };
  const days = daysBetween(bought.cut_on, bought.as_of);
  const each = past.later;
  const sums = each.map((later, i) => later * past.customers[i]!);
  const buyers = each.map((later, i) => (later > 0 ? past.customers[i]! : 0));
  const said = (seen: ReturnType<typeof backtest>): BacktestReport => ({
    ...seen,
    ...{ from: bought.cut_on, to: bought.as_of, days },
    expected_value: null,
    actual_value: past.net.reduce((sum, net) => sum + net, 0),
  });
  const horizon = cut.ahead(days);
  const absolute = (i: number, expected: number) => past.customers[i]! * Math.abs(expected - each[i]!);
  const theta = found.value.parameters;
  const tested = days > 0 ? said(backtest(model, theta, histories, sums, buyers, horizon, absolute)) : null;
  return { model: id, fit: asReport(id, found.value), backtest: tested, problem: null, raw: found.value };
}

/** How far off a candidate was: in all, and in who would buy at all, tenth by tenth. Smaller is better. */
export function missOf({ backtest: tested }: CandidateReport): number {
  if (!tested || tested.total_error === null) return Infinity;
  const buyers = tested.by_alive.reduce((sum, tenth) => sum + tenth.buyers, 0);
  const misplaced = tested.by_alive.reduce(
    (sum, tenth) => sum + Math.abs(tenth.expected_buyers - tenth.buyers),
    0,
  );
  return Math.abs(tested.total_error) + (buyers > 0 ? misplaced / buyers : 1);
}

/** The candidate that was asked for, or the contender that missed least. */
export function elected<C extends CandidateReport>(candidates: readonly C[], asked: string): C | null {
  const running = candidates.filter(
    ({ fit, model }) => fit !== null && (asked === 'auto' ? CONTENDERS.includes(model) : model === asked),
  );
  return [...running].sort((one, other) => missOf(one) - missOf(other))[0] ?? null;
}
