import { backByAge, comeBack, halfBand, type Curves } from '../../models/sbg-projection';
import { saidOf, type ModelProblem } from '../../models/problems';
import type { FitTask } from '../define';
import { spanOf, tried } from './backtest';
import { curvesBy, elected, type Elected, type Fitted } from './elect';
import { readGroups, type Group } from './groups';
import type { HiddenReason, ModelReport, ProjectionReport } from './report';

/** Below these a model learns nothing that an owner could use: those of the value to come. */
const FEWEST = { customers: 200, returned: 50, days: 182 };
/** With fewer in the test, luck alone could be a third off. */
const FEWEST_IN_TEST = 30;
/** A model whose total was further off on the past than this says nothing of what is to come. */
const MOST_OFF = 0.3;
const DAY = 86_400_000;

/** Tested on the last quarter of the past; where it kept to it, fitted anew to all and looked ahead with. */
const fit: FitTask = async (columns, params, step) => {
  const [grain, asked] = [String(params.grain), String(params.model)];
  const { groups, lastAge } = readGroups(columns);
  const sure = groups.filter(({ isLeftCut }) => !isLeftCut);
  const report = emptyReport(groups, sure, asked);
  const hide = (reason: HiddenReason, figures: Record<string, number | string> = {}) => ({
    tables: {},
    report: { ...report, hidden: { reason, figures } },
  });
  /** The door says why in English; `problem` has its words in any language. */
  const unfitted = (failed: ModelProblem) => ({
    tables: {},
    report: {
      ...report,
      hidden: { reason: 'no-fit' as const, figures: { why: failed.message }, problem: saidOf(failed) },
    },
  });
  const { customers, returned } = report;
  if (customers < FEWEST.customers) return hide('few-customers', { customers, needed: FEWEST.customers });
  if (returned < FEWEST.returned) return hide('few-returned', { returned, needed: FEWEST.returned });
  const { first, last } = spanOf(sure);
  const days = Math.round((last - first) / DAY) + 1;
  if (days < FEWEST.days) return hide('short-span', { days, needed: FEWEST.days });

  await step(0.1);
  const test = tried(sure, grain, asked);
  if (!test.ok) return unfitted(test.error);
  if (!test.value) return hide('no-test');
  const { error, isSeasonal } = test.value;
  Object.assign(report, { test: test.value.test, model_error: error });
  const { said, happened, total_error, steps } = test.value.test;
  if (happened < FEWEST_IN_TEST) return hide('few-in-test', { happened, needed: FEWEST_IN_TEST });
  if (Math.abs(total_error!) > MOST_OFF)
    return hide('total-off', { said, happened, total_error: total_error! });

  await step(0.4);
  const found = elected(sure, grain, asked, isSeasonal);
  if (!found.ok) return unfitted(found.error);
  Object.assign(report, {
    is_seasonal: found.value.isSeasonal,
    models: modelsOf(found.value),
  });
  const over = (group: Group) => group.waiting.length - 1;
  const ends = (group: Group) => (params.ahead === null ? lastAge : over(group) + Number(params.ahead));
  const farthest = Math.max(...sure.map((group) => Math.max(ends(group), over(group) + steps)));
  const curves = curvesBy(found.value, grain, farthest);
  const all = comeBack(sure, curves, (group) => over(group) + steps);
  const half = halfBand(all, error.share);
  const waiting = customers - returned;
  report.total = {
    ...{ steps, waiting, expected: all.expected },
    ...{ low: Math.max(all.expected - half, 0), high: Math.min(all.expected + half, waiting) },
  };
  await step(0.7);
  const { clock } = params;
  return {
    tables: { cohort_likely: likely(sure, curves, ends, error, { grain, clock: String(clock) }) },
    report,
  };
};
export default fit;

function emptyReport(
  groups: readonly Group[],
  sure: readonly Group[],
  asked_model: string,
): ProjectionReport {
  const sum = (of: readonly Group[], count: (group: Group) => number) =>
    of.reduce((all, group) => all + count(group), 0);
  const customers = sum(sure, ({ size }) => size);
  return {
    ...{ asked_model, is_seasonal: false, groups: sure.length, customers },
    returned: customers - sum(sure, ({ waiting }) => waiting.at(-1)!),
    left_cut_customers: sum(groups, ({ size }) => size) - customers,
    ...{ test: null, model_error: null, models: [], total: null, hidden: null },
  };
}

function modelsOf({ all, seasons }: Elected): ModelReport[] {
  const described = ({ season, model, fit }: Fitted): ModelReport => {
    const { parameters, errors, log_likelihood, customers } = fit;
    const [alpha, beta, odds] = parameters as unknown as [number, number, number?];
    const named = (values: { alpha: number; beta: number }, never: number) =>
      odds === undefined ? values : { ...values, never };
    return {
      ...{ season, model, log_likelihood, customers },
      parameters: named({ alpha, beta }, odds! / (1 + odds!)),
      // The share is odds ÷ (1 + odds): its error is that of the odds ÷ (1 + odds)².
      errors: named({ alpha: errors[0]!, beta: errors[1]! }, errors[2]! / (1 + odds!) ** 2),
    };
  };
  return [all, ...[...seasons.values()].sort((one, other) => one.season! - other.season!)].map(described);
}

/** Every cell that is not complete, up to the last column of the grid, or so many ages ahead as were asked for. */
function likely(
  groups: readonly Group[],
  curves: (group: Group) => Curves,
  ends: (group: Group) => number,
  error: { share: number; steps: number },
  { grain, clock }: { grain: string; clock: string },
) {
  const cells = groups.flatMap((group) => {
    const back = group.size - (group.open.at(-1) ?? group.waiting.at(-1)!);
    return backByAge(group, curves(group), ends(group)).map(({ age, steps, waiting, ...spread }) => {
      // Over a longer time than that of the test the model's own error grows in proportion.
      const half = halfBand(spread, error.share * Math.max(1, steps / error.steps));
      const expected = group.size - waiting;
      return {
        ...{ cohort: group.cohort, age, expected, isTested: steps <= error.steps },
        low: Math.max(expected - half, Math.min(back, expected)),
        high: Math.min(expected + half, group.size),
      };
    });
  });
  return {
    ...{ grain: cells.map(() => grain), clock: cells.map(() => clock) },
    ...{ cohort: cells.map(({ cohort }) => cohort), age: cells.map(({ age }) => age) },
    likely_customers: cells.map(({ expected }) => expected),
    likely_low: cells.map(({ low }) => low),
    likely_high: cells.map(({ high }) => high),
    is_tested: cells.map(({ isTested }) => String(isTested)),
  };
}
