import { format } from '../../i18n/format';
import { words } from '../../i18n/words';
import { written } from '../../i18n/written';
import { messagesOf } from '../../i18n/analysis-words';
import type { ProjectionReport } from './report';

const messages = () => messagesOf('cohort-projection');

type Params = Readonly<Record<string, unknown>>;
type GrainOfGroups = 'week' | 'month' | 'quarter' | 'year';
const LENGTHS: Record<GrainOfGroups, number> = { week: 7, month: 30, quarter: 91, year: 365 };

/** "11 months", or days where time is counted in those. */
function timeOf(steps: number, params: Params): string {
  const grain = String(params.grain) as GrainOfGroups;
  if (params.clock === 'rolling') return format.days(steps * LENGTHS[grain]);
  return words.cohorts.lengths[grain](steps);
}

const unitOf = (params: Params): string =>
  params.clock === 'rolling'
    ? timeOf(1, params)
    : words.cohorts.grains[String(params.grain) as GrainOfGroups];

const offBy = (error: number): string =>
  error < 0 ? messages().few(format.rate(-error)) : messages().many(format.rate(error));

/** The sentence: how many are likely to return, or why nothing is said of it. */
export function findingOf({ hidden, total, test }: ProjectionReport, params: Params): string {
  if (hidden) {
    const { total_error, why: _, ...counts } = hidden.figures;
    const figures = Object.fromEntries(
      Object.entries(counts).map(([name, value]) => [name, format.count(Math.round(Number(value)))]),
    );
    const off = format.rate(Math.abs(Number(total_error)));
    return messages().hiddenFindings[hidden.reason]({
      ...{ ...figures, off },
      time: test ? timeOf(test.steps, params) : '',
    });
  }
  if (!total) return '';
  const [expected, waiting] = [format.count(Math.round(total.expected)), format.count(total.waiting)];
  return messages().finding(expected, waiting, timeOf(total.steps, params));
}

/** The test comes first; then what it was run with and what to keep in mind. */
export function notesOf(report: ProjectionReport, params: Params): string[] {
  const { total, test, hidden, models, is_seasonal, left_cut_customers } = report;
  const used = is_seasonal ? models.slice(1) : models;
  const all = used.reduce((sum, { customers }) => sum + customers, 0);
  const never = used.reduce((sum, one) => sum + one.customers * (one.parameters.never ?? 0), 0);
  const count = (value: number) => format.count(Math.round(value));
  const notes = [
    test && !hidden && test.total_error !== null
      ? messages().tested(
          ...([format.date(test.from), timeOf(test.steps, params)] as const),
          ...([count(test.said), count(test.happened), offBy(test.total_error)] as const),
        )
      : '',
    hidden?.problem ? messages().technical(written(words.modelProblems, hidden.problem)) : '',
    total ? messages().band(count(total.low), count(total.high)) : '',
    [
      is_seasonal ? messages().seasonal[params.grain === 'quarter' ? 'quarter' : 'month'] : '',
      never > 0 ? messages().never(format.rate(never / all), unitOf(params)) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
    left_cut_customers > 0 ? messages().cut(format.count(left_cut_customers)) : '',
  ];
  return notes.filter((note) => note !== '');
}
