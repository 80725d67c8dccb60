import { saidOf, type ModelProblem } from '../../models/problems';
import type { BacktestReport, ClvReport, HiddenReason } from './report';
import { beatsAll } from './rivals';

/** A model whose total was further off on the past than this does not speak of single customers. */
const MOST_OFF = 0.3;
/** Nor one that was further off than this and outside the range that it would have given itself. */
const OFF_FOR_ITS_RANGE = 0.1;

export const hide = (reason: HiddenReason, figures: Record<string, number | string> = {}) => ({
  ...{ reason, figures },
});

/** The door says why in English; `problem` has its words in any language. */
export const unfitted = (failed: ModelProblem | null): ClvReport['hidden'] => ({
  ...hide('no-fit', { why: failed?.message ?? '' }),
  ...(failed ? { problem: saidOf(failed) } : {}),
});

/** Why the test forbids to speak of single customers; null where it does not. What it misses of a single customer is shown and never decides. */
export function closedBy(backtest: BacktestReport | null): ClvReport['hidden'] {
  if (!backtest || backtest.total_error === null) return hide('no-backtest');
  const { total_error, expected, actual, range, from, days, rivals } = backtest;
  const figures = { total_error, expected, actual, from, days };
  if (Math.abs(total_error) > MOST_OFF) return hide('total-off', figures);
  const isOutside = range !== null && (actual < range.low || actual > range.high);
  if (Math.abs(total_error) > OFF_FOR_ITS_RANGE && isOutside)
    return hide('outside-range', { ...figures, low: range.low, high: range.high });
  const better = beatsAll(backtest, rivals);
  return better.byDeviance || better.byBestTenth ? null : hide('no-better', figures);
}
