import { format } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';

const parsed = (text: unknown): Record<string, unknown> =>
  typeof text === 'string' ? (JSON.parse(text) as Record<string, unknown>) : {};

const named = (attribute: string) => words.cohorts.attributes[attribute] ?? attribute;
const listed = (values: unknown) => format.list((values as string[]).map((value) => shown(value, 60)));

/** Who and what is counted, where it is not everything, from the parameters that an answer was made with; one sentence or more. */
export function scopeOf(params: Readonly<Record<string, unknown>> | undefined): string {
  const { who, that } = words.pages;
  const [customers] = Object.entries(parsed(params?.customers_who));
  const { from, to, first_order, ...values } = parsed(params?.orders_that);
  const conditions = [
    ...(from && to ? [that.between(format.date(String(from)), format.date(String(to)))] : []),
    ...(from && !to ? [that.since(format.date(String(from)))] : []),
    ...(to && !from ? [that.until(format.date(String(to)))] : []),
    ...Object.entries(values).map(([attribute, wanted]) => that.has(named(attribute), listed(wanted))),
  ];
  return [
    ...(customers ? [who.scope(named(customers[0]), listed(customers[1]))] : []),
    ...(conditions.length > 0
      ? [that.scope(format.list(conditions)), first_order === 'inside' ? that.firstInside : that.firstEver]
      : []),
  ].join(' ');
}
