import type { FitTask } from '../define';
import { asReport, tryModel, type Tried } from './candidates';
import { chosenOn, type Choice } from './choice';
import { closedBy, hide, unfitted } from './gate';
import { daysBetween, readColumns, type Bought } from './read-columns';
import { refitted } from './refits';
import { repeatsOf } from './repeats';
import type { BacktestReport, ClvReport, ModelId } from './report';
import { rivalsOf } from './rivals';
import { runRateOf } from './run-rate';
import { scores } from './scores';
import { spendingOf, type Spending } from './spending';
import { orderSpread } from './spread';
import { Standpoint } from './standpoint';
import { Z_95 } from '../../models/special/normal';
import { testOf, totalOf } from './totals';

/** Below these a model learns nothing that an owner could use. */
const FEWEST = { customers: 200, repeaters: 50, days: 182 };
/** Fitted to the past besides those that may be asked for or chosen, to be seen beside them. */
const SHOWN: readonly ModelId[] = ['mbg-nbd', 'pareto-nbd', 'mbg-cnbd-k', 'bg-nbd'];

/** Ends of the next twelve months, in days. */
const MONTHS = Array.from({ length: 12 }, (_, at) => Math.round(((at + 1) * 365) / 12));

/** A model chosen before the test, tested on what followed, fitted anew to all; its scores and totals. */
const fit: FitTask = async (columns, params, onShare) => {
  const replicates = Number(params.replicates ?? 0);
  // Refits take longer than all the rest.
  const step = (share: number) => onShare(replicates > 0 ? share / 10 : share);
  const bought = readColumns(columns);
  const unitDays = params.unit === 'days' ? 1 : 7;
  const asked = String(params.model);
  const report = emptyReport(bought, asked, params.unit === 'days' ? 'days' : 'weeks');
  const thin = tooThin(report, bought);
  if (thin) return { tables: {}, report: { ...report, hidden: thin } };
  const cut = new Standpoint(bought, bought.cut_on, unitDays);
  const now = new Standpoint(bought, bought.scored_on, unitDays, cut.season !== null);
  await step(0);
  const choice = chosenOn(bought, asked, unitDays);
  report.choice = choice.report;
  const ids = asked === 'auto' || SHOWN.includes(asked as ModelId) ? SHOWN : [...SHOWN, asked as ModelId];
  const whole = cut.histories(bought.past, [...bought.past.frequency.keys()]);
  const days = daysBetween(bought.cut_on, bought.as_of);
  const rivals = rivalsOf(whole, bought.past.later, cut.ahead(days));
  const tried: Tried[] = [];
  for (const [done, id] of ids.entries()) {
    await step((1 + done) / 10);
    tried.push(tryModel(id, bought, cut, rivals));
  }
  report.candidates = tried.map(({ found: _, failed: _why, ...candidate }) => candidate);
  report.regularity = regularityOf(tried);
  const best = taken(tried, asked, choice);
  if (!best?.found) {
    const one = tried.find(({ model, failed }) => failed && (asked === 'auto' || model === asked));
    return { tables: {}, report: { ...report, hidden: unfitted(one?.failed ?? null) } };
  }
  await step(5 / 10);
  const { model, k, fit: past } = best.found;
  const fitted = [...bought.all.frequency.keys()].filter((i) => !bought.all.isLeftCut[i]);
  const known = { ...now.histories(bought.all, fitted), logGaps: now.logGaps(bought.gaps, 2) };
  const isSame = bought.cut_on === bought.scored_on;
  const found = isSame ? null : model.fit(known, past.parameters);
  if (found?.ok === false) return { tables: {}, report: { ...report, hidden: unfitted(found.error) } };
  const final = found?.value ?? past;
  const spending = spendingOf(bought.spend);
  const tested = testOf(best, bought, cut);
  const { parameters, log_likelihood, errors, hessian_errors } = asReport({
    ...{ id: best.model, model, k, fit: final },
  });
  const backtest = best.backtest && {
    ...{ ...best.backtest, expected_value: tested.expected_value },
    range: rangeOf(best, best.backtest, bought, cut, choice),
  };
  Object.assign(report, {
    ...{ model: best.model, parameters, log_likelihood, errors, hessian_errors },
    ...{ backtest, spend: spending.report, season: now.season, model_error: tested.error },
  });
  const horizon = Number(params.horizon_days);
  const asksFor = { margin: Number(params.margin), yearly: Number(params.discount_rate_per_year) };
  report.repeats = repeatsOf(model, final.parameters, bought, fitted, now);
  const ahead = [...new Set([30, 90, 365, horizon])].sort((one, other) => one - other);
  for (const [done, days] of ahead.entries()) {
    await step((6 + done) / 10);
    report.totals.push(totalOf(model, final, spending, bought, now, days, tested.error, asksFor));
  }
  if (replicates > 0)
    report.refits = await refitted(
      ...([model, final, spending, bought, fitted, now, horizon, replicates] as const),
      (share) => onShare(0.1 + 0.9 * share),
    );
  report.hidden = closedBy(backtest);
  if (report.hidden) return { tables: {}, report };
  for (const days of MONTHS) {
    await onShare(1);
    report.months.push(totalOf(model, final, spending, bought, now, days, tested.error, asksFor));
  }
  const { common_error } = report.totals.find(({ days }) => days === horizon)!;
  return {
    tables: {
      value_model: modelTable(report, params, spending, common_error),
      value_scores: scores(model, final, bought, now, horizon, asksFor.yearly),
    },
    report,
  };
};
export default fit;

/** The one that was asked for; else the best of the inner test; else the contender that the past before the test makes most likely. */
function taken(tried: readonly Tried[], asked: string, { order }: Choice): Tried | null {
  const able = tried.filter(({ found }) => found !== null);
  if (asked !== 'auto') return able.find(({ model }) => model === asked) ?? null;
  const first = order.flatMap((id) => able.find(({ model }) => model === id) ?? [])[0];
  if (first) return first;
  const contenders = able.filter(
    ({ model, found }) => model !== 'bg-nbd' && (model !== 'mbg-cnbd-k' || found!.k > 1),
  );
  return contenders.sort((one, other) => one.fit!.aic - other.fit!.aic)[0] ?? null;
}

function regularityOf(tried: readonly Tried[]): ClvReport['regularity'] {
  const regular = tried.find(({ model }) => model === 'mbg-cnbd-k')?.found;
  return regular ? { k: regular.k } : null;
}

/** The range that the model would have given for the orders of the test on the day that it begins. */
function rangeOf(
  { found, model }: Tried,
  { expected, days }: BacktestReport,
  { past }: Bought,
  cut: Standpoint,
  choice: Choice,
): BacktestReport['range'] {
  if (!found) return null;
  const histories = cut.histories(past, [...past.frequency.keys()]);
  const { chance, unknown } = orderSpread(found, histories, days, cut);
  const own = choice.errorOf(model);
  const wrong = own.share * Math.max(1, own.days > 0 ? days / own.days : 1) * expected;
  const half = Z_95 * Math.sqrt(chance + unknown + wrong ** 2);
  return { low: Math.max(expected - half, 0), high: expected + half };
}

function emptyReport(bought: Bought, asked_model: string, unit: ClvReport['unit']): ClvReport {
  const { frequency, customers, isLeftCut } = bought.all;
  const count = (is: (i: number) => boolean) => customers.reduce((sum, w, i) => (is(i) ? sum + w : sum), 0);
  const weeks: ClvReport['weeks'] = [];
  for (const { day, newcomers, repeats } of bought.days) {
    for (let week = weeks.length; week <= Math.floor(day / 7); week++)
      weeks.push({ newcomers: 0, repeats: 0 });
    const week = weeks[Math.floor(day / 7)]!;
    week.newcomers += newcomers;
    week.repeats += repeats;
  }
  return {
    ...{ model: null, asked_model, unit, calibration_end: bought.scored_on, starts_on: bought.starts_on },
    customers: count((i) => !isLeftCut[i]),
    repeaters: count((i) => !isLeftCut[i] && frequency[i]! > 0),
    left_cut_customers: count((i) => isLeftCut[i] === true),
    ...{ parameters: null, log_likelihood: null, errors: null, hessian_errors: null },
    ...{ spend: null, backtest: null, candidates: [], totals: [], months: [], hidden: null, weeks },
    ...{ season: null, model_error: null, repeats: [], refits: null, choice: null, regularity: null },
    run_rate: runRate(bought),
  };
}

/** Over the days up to the scores: those of the test, or those before it where the scores are as of its beginning. */
function runRate({ past, inner, all, inner_on, cut_on, scored_on }: Bought): ClvReport['run_rate'] {
  const isSame = cut_on === scored_on;
  const [before, from, to] = isSame ? [inner, inner_on, cut_on] : [past, cut_on, scored_on];
  return runRateOf(before, all, { from, to, days: daysBetween(from, to) });
}

function tooThin({ customers, repeaters }: ClvReport, { starts_on, scored_on }: Bought): ClvReport['hidden'] {
  if (customers < FEWEST.customers) return hide('few-customers', { customers, needed: FEWEST.customers });
  if (repeaters < FEWEST.repeaters) return hide('few-repeaters', { repeaters, needed: FEWEST.repeaters });
  const days = daysBetween(starts_on, scored_on);
  return days < FEWEST.days ? hide('short-span', { days, needed: FEWEST.days }) : null;
}

function modelTable(
  report: ClvReport,
  params: Readonly<Record<string, unknown>>,
  { fit: spend, report: { average } }: Spending,
  common: number,
) {
  const [p, q, gamma] = spend ? Array.from(spend.parameters) : [null, null, null];
  return {
    asked_model: [report.asked_model],
    model: [report.model],
    horizon_days: [Number(params.horizon_days)],
    discount_rate: [Number(params.discount_rate_per_year)],
    scored_on: [report.calibration_end],
    spend_p: [p!],
    spend_q: [q!],
    spend_gamma: [gamma!],
    average_spend: [average],
    common_error: [common],
  };
}
