import type { FitTask } from '../define';
import { aheadOf, nextWithin, occasionsAt } from '../../models/value-to-come';
import type { Fit } from '../../models/optimise/fit';
import { asReport, CONTENDERS, elected, MODELS, tryModel } from './candidates';
import { daysBetween, readColumns, type Bought } from './read-columns';
import { refitted } from './refits';
import { repeatsOf } from './repeats';
import type { ClvReport, HiddenReason, ModelId } from './report';
import { spendingOf, type Spending } from './spending';
import { Standpoint } from './standpoint';
import { testOf, totalOf } from './totals';

/** Below these a model learns nothing that an owner could use. */
const FEWEST = { customers: 200, repeaters: 50, days: 182 };
/** A model whose total was further off on the past than this does not speak of single customers. */
const MOST_OFF = 0.3;

/** Candidates fitted on the past, tested on what followed; the best one fitted anew to all; its scores and totals. */
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
  const ids: ModelId[] = [...CONTENDERS, 'bg-nbd'];
  const cut = new Standpoint(bought, bought.cut_on, unitDays);
  const now = new Standpoint(bought, bought.scored_on, unitDays, cut.season !== null);
  const tried = [];
  for (const [done, id] of ids.entries()) {
    await step(done / 8);
    tried.push(tryModel(id, bought, cut));
  }
  const best = elected(tried, asked);
  report.candidates = tried.map(({ raw: _, ...candidate }) => candidate);
  if (!best) {
    const why =
      tried.find(({ model, problem }) => problem && (asked === 'auto' || model === asked))?.problem ?? '';
    return { tables: {}, report: { ...report, hidden: { reason: 'no-fit', figures: { why } } } };
  }
  await step(3 / 8);
  const model = MODELS[best.model];
  const fitted = [...bought.all.frequency.keys()].filter((i) => !bought.all.isLeftCut[i]);
  const isSame = bought.cut_on === bought.scored_on;
  const found = isSame ? null : model.fit(now.histories(bought.all, fitted), best.raw!.parameters);
  const final = isSame ? best.raw! : found?.ok ? found.value : null;
  if (!final) {
    const why = found?.ok === false ? found.error.message : '';
    return { tables: {}, report: { ...report, hidden: { reason: 'no-fit', figures: { why } } } };
  }
  const spending = spendingOf(bought.spend);
  const tested = testOf(best, bought, cut);
  const { parameters, log_likelihood, errors, hessian_errors } = asReport(best.model, final);
  const backtest = best.backtest && { ...best.backtest, expected_value: tested.expected_value };
  Object.assign(report, {
    model: best.model,
    parameters,
    log_likelihood,
    errors,
    hessian_errors,
    backtest,
    spend: spending.report,
  });
  const horizon = Number(params.horizon_days);
  const asksFor = { margin: Number(params.margin), yearly: Number(params.discount_rate_per_year) };
  Object.assign(report, { season: now.season, model_error: tested.error });
  report.repeats = repeatsOf(best.model, final.parameters, bought, fitted, now);
  const ahead = [...new Set([30, 90, 365, horizon])].sort((one, other) => one - other);
  for (const [done, days] of ahead.entries()) {
    await step((4 + done) / 8);
    report.totals.push(totalOf(model, final, spending, bought, now, days, tested.error, asksFor));
  }
  if (replicates > 0)
    report.refits = await refitted(
      ...([best.model, final, spending, bought, fitted, now, horizon, replicates] as const),
      (share) => onShare(0.1 + 0.9 * share),
    );
  report.hidden = notToShow(report);
  const tables = report.hidden
    ? {}
    : {
        value_model: modelTable(
          ...([report, params, spending] as const),
          report.totals.find(({ days }) => days === horizon)!.common_error,
        ),
        value_scores: scores(best.model, final, bought, now, horizon, asksFor.yearly),
      };
  return { tables, report };
};
export default fit;

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
    ...{ spend: null, backtest: null, candidates: [], totals: [], hidden: null, weeks },
    ...{ season: null, model_error: null, repeats: [], refits: null },
  };
}

const hide = (reason: HiddenReason, figures: Record<string, number | string> = {}) => ({ reason, figures });

function tooThin({ customers, repeaters }: ClvReport, { starts_on, scored_on }: Bought): ClvReport['hidden'] {
  if (customers < FEWEST.customers) return hide('few-customers', { customers, needed: FEWEST.customers });
  if (repeaters < FEWEST.repeaters) return hide('few-repeaters', { repeaters, needed: FEWEST.repeaters });
  const days = daysBetween(starts_on, scored_on);
  return days < FEWEST.days ? hide('short-span', { days, needed: FEWEST.days }) : null;
}

function notToShow({ backtest }: ClvReport): ClvReport['hidden'] {
  if (!backtest || backtest.total_error === null) return hide('no-backtest');
  const { total_error, expected, actual } = backtest;
  return Math.abs(total_error) > MOST_OFF ? hide('total-off', { total_error, expected, actual }) : null;
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

/** What each different history has before it. Only P(alive) hangs on the recency, so the rest is computed once for each age. */
function scores(
  id: ModelId,
  { parameters }: Fit,
  { all }: Bought,
  now: Standpoint,
  horizon: number,
  yearly: number,
) {
  const model = MODELS[id];
  const asked = { ahead: (days: number) => now.ahead(days), yearly };
  const histories = now.histories(all, [...all.frequency.keys()]);
  const known = new Map<string, ReturnType<typeof aheadOf>>();
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
    const key = `${frequency} ${age}`;
    let ahead = known.get(key);
    if (!ahead) known.set(key, (ahead = aheadOf(model, parameters, frequency, age, horizon, asked)));
    const alive = alives[i]!;
    table.p_alive[i] = alive;
    table.expected_orders[i] = alive * ahead.expected;
    table.discounted_orders[i] = alive * ahead.discounted;
    table.low_orders[i] = occasionsAt(0.1, alive, ahead.chances);
    table.square_orders[i] = alive * ahead.square;
    table.high_orders[i] = occasionsAt(0.9, alive, ahead.chances);
    const days = (share: number) =>
      Math.min(Math.round(now.daysFor(nextWithin(parameters, frequency, age, share))), 36_500);
    table.next_low_days[i] = days(0.1);
    table.next_high_days[i] = days(0.9);
  }
  return table;
}
