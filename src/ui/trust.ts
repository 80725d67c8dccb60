import type { ImportReport } from '../domain/report';
import { format } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';

/** One fact of the line at the foot of every page. */
export interface TrustFact {
  term: string;
  text: string;
}
export type Trust = TrustFact[];

/**
 * File, span, complete until, customers, identity coverage, what is left out, whether it is kept: the facts of a report, in words; of customers
 * those that the scope leaves, where it leaves some out.
 */
export function trustOf(
  report: ImportReport,
  kept: string | null = null,
  scope: { size: { customers: number } | null; isCounting: boolean } | null = null,
): Trust {
  const said = words.ui.trust;
  const out = report.rows_set_aside.reduce((sum, { rows }) => sum + rows, 0);
  const coverage = report.identity_coverage.orders;
  const facts: (TrustFact | null)[] = [
    { term: said.file, text: format.list(report.files.map(({ name }) => shown(name, 40))) },
    report.from && report.to
      ? { term: said.span, text: said.fromTo(format.date(report.from), format.date(report.to)) }
      : null,
    report.as_of ? { term: said.completeUntil, text: format.date(report.as_of) } : null,
    {
      term: said.customers,
      text: customersOf(format.count(report.identified.customers), scope),
    },
    coverage === null ? null : { term: said.identity, text: format.rate(coverage) },
    { term: said.leftOut, text: said.rows(format.count(out)) },
    kept === null ? null : { term: said.kept, text: kept },
  ];
  return facts.filter((fact) => fact !== null);
}

function customersOf(
  all: string,
  scope: { size: { customers: number } | null; isCounting: boolean } | null,
): string {
  const { ofAll } = words.ui.trust;
  if (scope?.size) return ofAll(format.count(scope.size.customers), all);
  return scope?.isCounting ? ofAll('…', all) : all;
}
