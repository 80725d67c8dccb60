import { TOP_FREQUENCY } from '../../models/backtest';
import { format } from '../../i18n/format';
import { messages } from './messages.en';
import type { ClvReport } from './report';

export const pairs = <T extends string>(of: Record<T, string>) =>
  (Object.entries(of) as [T, string][]).map(([value, label]) => ({ value, label }));

const offBy = (error: number): string =>
  error < 0 ? messages.few(format.rate(-error)) : messages.many(format.rate(error));

type Hidden = NonNullable<ClvReport['hidden']>;

function figuresOf({ figures: { total_error, why, ...counts } }: Hidden): Record<string, string> {
  const figures = Object.entries(counts).map(([name, value]) => [name, format.count(Number(value))]);
  const off = format.rate(Math.abs(Number(total_error)));
  return { ...Object.fromEntries(figures), off, why: String(why ?? '') };
}

/** Why nothing is said of single customers, as the end of a sentence. */
export const hiddenReason = (hidden: Hidden): string =>
  messages.hiddenReason(hidden.reason, figuresOf(hidden));

/** The sentence: what is to come, or why nothing is said of it. */
export function findingOf(report: ClvReport, horizon: number, money: (value: number) => string): string {
  if (report.hidden) return messages.hiddenFinding(report.hidden.reason, figuresOf(report.hidden));
  const total = report.totals.find(({ days }) => days === horizon);
  if (!total) return '';
  return messages.finding(format.days(total.days), money(total.value), money(total.low), money(total.high));
}

/** The test comes first; then what it was run with and what to keep in mind. */
export function notesOf(report: ClvReport, money: (value: number) => string): string[] {
  const { backtest, candidates, model, spend, hidden, left_cut_customers, season, model_error } = report;
  const busiest = season ? season.indexOf(Math.max(...season)) : 0;
  const others = candidates.flatMap((one) =>
    one.model !== model && one.backtest?.total_error != null
      ? [messages.other(messages.names[one.model], offBy(one.backtest.total_error))]
      : [],
  );
  return [
    testNote(report),
    backtest?.expected_value != null && backtest.actual_value > 0
      ? messages.testedMoney(
          ...([money(backtest.expected_value), money(backtest.actual_value)] as const),
          offBy(backtest.expected_value / backtest.actual_value - 1),
        )
      : '',
    backtest
      ? messages.byCustomer(
          format.number(backtest.mean_absolute_error),
          format.number(backtest.naive_absolute_error),
        )
      : '',
    hidden ? messages.instead : '',
    model ? messages.model(messages.names[model], format.list(others)) : '',
    model && season ? messages.season(format.monthName(busiest), format.number(season[busiest]!)) : '',
    model && model_error && model_error.share > 0
      ? messages.wider(format.rate(model_error.share), format.days(model_error.days))
      : '',
    refitNote(report, money),
    model === 'bg-nbd' ? messages.defect : '',
    spend?.model === 'average' ? messages.average : '',
    left_cut_customers > 0 ? messages.cut(format.count(left_cut_customers)) : '',
  ];
}

/** How the model did on the shop's own past; empty where it was not tried. */
export const testNote = ({ backtest }: ClvReport): string =>
  backtest?.total_error != null
    ? messages.tested(
        ...([format.date(backtest.from), format.days(backtest.days)] as const),
        ...([format.count(backtest.expected), format.count(backtest.actual)] as const),
        offBy(backtest.total_error),
      )
    : '';

/** What refits say of the parameters; empty where there were none. */
function refitNote({ refits }: ClvReport, money: (value: number) => string): string {
  if (!refits?.value || !refits.p_alive) return '';
  const { value, p_alive, failed, replicates } = refits;
  return [
    messages.refitted(format.count(replicates), money(value.low), money(value.high)),
    messages.refittedAlive(format.rate(p_alive.low), format.rate(p_alive.high)),
    failed > 0 ? messages.refitFailed(format.count(failed)) : '',
  ].join(' ');
}

/** Two bars for each number of repeats before the test: said and happened. */
export const testBars = ({ backtest }: ClvReport) =>
  (backtest?.by_frequency ?? []).flatMap(({ frequency, expected, actual }) => {
    const times = messages.times(frequency, frequency === TOP_FREQUENCY);
    return [
      { label: messages.said(times), to: expected, text: format.count(expected), hue: 'accent' as const },
      { label: messages.happened(times), to: actual, text: format.count(actual), hue: 'ink' as const },
    ];
  });

/** Two bars for each number of repeats so far: customers as they are, and as the model expects. */
export const repeatBars = ({ repeats }: ClvReport) =>
  repeats.flatMap(({ frequency, customers, expected }) => {
    const times = messages.times(frequency, frequency === TOP_FREQUENCY);
    return [
      { label: messages.said(times), to: expected, text: format.count(expected), hue: 'accent' as const },
      { label: messages.happened(times), to: customers, text: format.count(customers), hue: 'ink' as const },
    ];
  });
