import { TOP_FREQUENCY } from '../../models/backtest';
import { format } from '../../i18n/format';
import { words } from '../../i18n/words';
import { written } from '../../i18n/written';
import { messagesOf, type AnalysisWords } from '../../i18n/analysis-words';
import type { ClvReport } from './report';

const messages = () => messagesOf('clv');

export const pairs = <T extends string>(of: Record<T, string>) =>
  (Object.entries(of) as [T, string][]).map(([value, label]) => ({ value, label }));

export type Show = keyof AnalysisWords['clv']['shows'];

/** Without a model there is nothing but the test to look at; with one that did not pass it, nothing that is still to come. */
export function showsOf(report: ClvReport | null) {
  const ahead: Show[] = ['ahead', 'alive'];
  return pairs(messages().shows).filter(
    ({ value }) => value === 'test' || (report?.model && !(report.hidden && ahead.includes(value))),
  );
}

const offBy = (error: number): string =>
  error < 0 ? messages().few(format.rate(-error)) : messages().many(format.rate(error));

type Hidden = NonNullable<ClvReport['hidden']>;

function figuresOf({
  figures: { total_error, why: _, from, days, ...counts },
}: Hidden): Record<string, string> {
  const figures = Object.entries(counts).map(([name, value]) => [
    name,
    format.count(Math.round(Number(value))),
  ]);
  const span = days === undefined ? {} : { days: format.count(Number(days)) };
  return {
    ...{ ...Object.fromEntries(figures), ...span, off: format.rate(Math.abs(Number(total_error))) },
    time: from === undefined ? '' : messages().testTime(format.days(Number(days)), format.date(String(from))),
  };
}

/** Why nothing is said of single customers, as the end of a sentence. */
export const hiddenReason = (hidden: Hidden): string =>
  messages().hiddenReasons[hidden.reason](figuresOf(hidden));

/** The sentence: what is to come, or why nothing is said of it. */
export function findingOf(report: ClvReport, horizon: number, money: (value: number) => string): string {
  if (report.hidden) return messages().hiddenFindings[report.hidden.reason](figuresOf(report.hidden));
  const total = report.totals.find(({ days }) => days === horizon);
  if (!total) return '';
  return messages().finding(format.days(total.days), money(total.value), money(total.low), money(total.high));
}

/** The test comes first; then what it was run with and what to keep in mind. */
export function notesOf(report: ClvReport, money: (value: number) => string): string[] {
  const { backtest, candidates, model, spend, hidden, left_cut_customers, season, model_error } = report;
  const { choice, run_rate } = report;
  const busiest = season ? season.indexOf(Math.max(...season)) : 0;
  const others = candidates.flatMap((one) =>
    one.model !== model && one.backtest?.total_error != null
      ? [messages().other(messages().names[one.model], offBy(one.backtest.total_error))]
      : [],
  );
  return [
    hidden && run_rate
      ? messages().runRate(
          ...([format.days(run_rate.days), format.date(run_rate.to)] as const),
          ...([format.count(run_rate.customers), money(run_rate.value)] as const),
        )
      : '',
    testNote(report),
    backtest?.expected_value != null && backtest.actual_value > 0
      ? messages().testedMoney(
          ...([money(backtest.expected_value), money(backtest.actual_value)] as const),
          offBy(backtest.expected_value / backtest.actual_value - 1),
        )
      : '',
    backtest
      ? messages().byCustomer(
          format.number(backtest.mean_absolute_error),
          format.number(backtest.naive_absolute_error),
        )
      : '',
    hidden ? messages().instead : '',
    hidden?.problem ? messages().technical(written(words.modelProblems, hidden.problem)) : '',
    regularityNote(report),
    model && choice ? messages().chosen[choice.by](format.date(choice.from), format.date(choice.to)) : '',
    model ? messages().model(messages().names[model], format.list(others)) : '',
    model && season ? messages().season(format.monthName(busiest), format.number(season[busiest]!)) : '',
    model && !hidden && model_error && model_error.share > 0
      ? messages().wider(format.rate(model_error.share), format.days(model_error.days))
      : '',
    model && !hidden ? messages().bandOfOrders : '',
    refitNote(report, money),
    model === 'bg-nbd' || model === 'bg-cnbd-k' ? messages().defect : '',
    spend?.model === 'average' ? messages().average : '',
    left_cut_customers > 0 ? messages().cut(format.count(left_cut_customers)) : '',
  ];
}

/** How the model did on the shop's own past; empty where it was not tried. */
export const testNote = ({ backtest }: ClvReport): string =>
  backtest?.total_error != null
    ? messages().tested(
        ...([format.date(backtest.from), format.days(backtest.days)] as const),
        ...([format.count(backtest.expected), format.count(backtest.actual)] as const),
        offBy(backtest.total_error),
      )
    : '';

/** From so many stages of a gap on, orders are as regular as an owner would call it. */
const CLOCKWORK = 4;

/** Whether customers buy at random or like clockwork; empty where that could not be told. */
function regularityNote({ regularity }: ClvReport): string {
  if (!regularity) return '';
  const { k } = regularity;
  if (k === 1) return messages().regularity.random;
  return k < CLOCKWORK
    ? messages().regularity.rhythm(format.count(k))
    : messages().regularity.clockwork(format.count(k));
}

/** The model and the guesses that need none, on the same customers and days: a line each, ready to be read. */
export function rivalLines({ model, backtest }: ClvReport) {
  if (!model || !backtest) return [];
  const number = (value: number | null) => (value === null ? '–' : format.number(value));
  return [{ ...backtest, rival: null }, ...backtest.rivals].map((one) => ({
    who: one.rival === null ? messages().names[model] : messages().rivals[one.rival],
    total: one.total_error === null ? '–' : offBy(one.total_error),
    each: number(one.mean_absolute_error),
    squares: number(one.root_mean_square_error),
    deviance: one.deviance === null && one.rival !== 'recency' ? messages().impossible : number(one.deviance),
    best: one.best_tenth === null ? '–' : format.rate(one.best_tenth),
  }));
}

/** What refits say of the parameters; empty where there were none. */
function refitNote({ refits }: ClvReport, money: (value: number) => string): string {
  if (!refits?.value || !refits.p_alive) return '';
  const { value, p_alive, failed, replicates } = refits;
  return [
    messages().refitted(format.count(replicates), money(value.low), money(value.high)),
    messages().refittedAlive(format.rate(p_alive.low), format.rate(p_alive.high)),
    failed > 0 ? messages().refitFailed(format.count(failed)) : '',
  ].join(' ');
}

/** Two bars for each number of repeats before the test: said and happened. */
export const testBars = ({ backtest }: ClvReport) =>
  (backtest?.by_frequency ?? []).flatMap(({ frequency, expected, actual }) => {
    const times = messages().times(frequency, frequency === TOP_FREQUENCY);
    return [
      { label: messages().said(times), to: expected, text: format.count(expected), hue: 'muted' as const },
      { label: messages().happened(times), to: actual, text: format.count(actual), hue: 'ink' as const },
    ];
  });

/** Two bars for each number of repeats so far: customers as they are, and as the model expects. */
export const repeatBars = ({ repeats }: ClvReport) =>
  repeats.flatMap(({ frequency, customers, expected }) => {
    const times = messages().times(frequency, frequency === TOP_FREQUENCY);
    return [
      { label: messages().said(times), to: expected, text: format.count(expected), hue: 'muted' as const },
      {
        label: messages().happened(times),
        to: customers,
        text: format.count(customers),
        hue: 'ink' as const,
      },
    ];
  });
