import { periodNumber, periodsOf } from '../../domain/periods';
import type { ScopePeriod } from '../../domain/scope/period';
import { withValues } from '../../domain/scope/scope';
import { attributeName } from '../../i18n/attribute-name';
import { shown } from '../../i18n/shown';
import { words } from '../../i18n/words';
import { project } from '../../state/project.svelte';
import { scope } from '../../state/scope/scope.svelte';
import { segments } from '../../state/segments.svelte';
import { periodName } from '../scope/scope-names';
import type { Entry, Provider } from './entry';
import { folded } from '../../domain/folded';
import { scoreOf } from './match';

/** Shorter texts are in nearly every value. */
const LEAST = 2;
/** A product is found as a product. */
const NOT_HERE = ['product'];

function periodEntries(typed: string): Entry[] {
  const { report } = project;
  if (!report?.from || !report.to) return [];
  const periods = periodsOf(report.choices);
  const yearOf = (day: string) => periodNumber(new Date(`${day}T00:00:00Z`), 'year', periods);
  const [first, last] = [yearOf(report.from), yearOf(report.to)];
  const found: ScopePeriod[] = [
    { kind: 'all' },
    ...[3, 6, 12, 24].map((months) => ({ kind: 'last', months }) as const),
    ...Array.from(
      { length: Math.min(last - first + 1, 60) },
      (_, at) => ({ kind: 'year', year: last - at }) as const,
    ),
  ];
  return found.flatMap((period): Entry[] => {
    const label = words.scope.only(periodName(period, periods));
    const score = scoreOf(typed, folded(periodName(period, periods)), folded(label));
    if (score === null) return [];
    const id = `period-${JSON.stringify(period)}`;
    return [
      { id, kind: 'scope', label, detail: words.scope.period, score, run: () => scope.change({ period }) },
    ];
  });
}

const segmentEntries = (typed: string): Entry[] =>
  segments.all.flatMap((segment): Entry[] => {
    const label = words.scope.only(shown(segment.name, 60));
    const score = scoreOf(typed, folded(segment.name), folded(label));
    if (score === null) return [];
    const detail = words.scope.segments.button;
    return [
      {
        id: `segment-${segment.name}`,
        kind: 'scope',
        label,
        detail,
        score,
        run: () => segments.apply(segment),
      },
    ];
  });

/** Segments, values of first orders, those with most customers, and periods: what the scope can be narrowed to. */
export const filters: Provider = {
  find: (text) => {
    const typed = folded(text);
    if (typed.length < LEAST || !project.report) return Promise.resolve([]);
    const values = project.attributes
      .filter(({ attribute, values }) => values > 1 && !NOT_HERE.includes(attribute))
      .flatMap(({ attribute, top }) =>
        top.flatMap((value): Entry[] => {
          const label = words.scope.only(shown(value, 60));
          const score = scoreOf(typed, folded(value), folded(label));
          if (score === null) return [];
          const run = () => scope.change({ customers: withValues(scope.now.customers, attribute, [value]) });
          const detail = words.scope.firstOrderOf(attributeName(attribute));
          return [{ id: `only-${attribute}-${value}`, kind: 'scope', label, detail, score, run }];
        }),
      );
    return Promise.resolve([...segmentEntries(typed), ...values, ...periodEntries(typed)]);
  },
};
