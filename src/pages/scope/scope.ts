import { attributeName } from '../../i18n/attribute-name';
import { format } from '../../i18n/format';
import { shown } from '../../i18n/shown';
import { words } from '../../i18n/words';
import { daysIn, daysName, groupName } from './scope-names';
import type { SharesOf } from '../../analyses/define';

const parsed = (text: unknown): Record<string, unknown> =>
  typeof text === 'string' ? (JSON.parse(text) as Record<string, unknown>) : {};

const listed = (values: unknown) =>
  format.list(([values].flat() as string[]).map((value) => shown(value, 60)));
/** '6 months' or '180 days', as the engine says it. */
const lengthOf = (text: unknown) => {
  const [count, unit] = String(text).split(' ');
  return unit === 'days' ? format.days(Number(count)) : words.pages.who.ofMonths(Number(count));
};

/** Who is counted, each condition in words; `on` is the day by which it is judged. */
function customersSaid(asked: Record<string, unknown>, on: string, rule: unknown): string[] {
  const { who } = words.pages;
  const { status, tenure, rfm, ...values } = asked;
  const { at_least, under } = (tenure ?? {}) as Record<string, unknown>;
  const { group } = (rfm ?? {}) as { group?: unknown };
  const statuses = [status].flat().map((one) => words.lapse.statuses[String(one)] ?? String(one));
  return [
    ...Object.entries(values).map(([attribute, wanted]) => who.had(attributeName(attribute), listed(wanted))),
    ...(status ? [(rule && rule !== 'lapse' ? who.stoodByRule : who.stood)(listed(statuses), on)] : []),
    ...(at_least && under ? [who.between(lengthOf(at_least), lengthOf(under), on)] : []),
    ...(at_least && !under ? [who.longer(lengthOf(at_least), on)] : []),
    ...(under && !at_least ? [who.shorter(lengthOf(under), on)] : []),
    ...(group ? [who.inGroup(listed(([group].flat() as string[]).map(groupName)), on)] : []),
  ];
}

/**
 * Who and what is counted, where it is not everything, from the parameters that an answer was made with; one sentence or more. `asOf` is
 * the project's day; `sharesOf` says of whom the question takes its shares.
 */
export function scopeOf(
  params: Readonly<Record<string, unknown>> | undefined,
  asOf: string | null = null,
  sharesOf?: (params: Readonly<Record<string, unknown>>) => SharesOf,
): string {
  const { who, that } = words.pages;
  const days = daysIn(params);
  const asked = parsed(params?.customers_who);
  const { from, to, first_order, ...values } = parsed(params?.orders_that);
  const earliest = (...days: unknown[]) => days.filter((day) => typeof day === 'string').sort()[0];
  const asked_on = earliest(params?.as_of ?? earliest(asOf, to), params?.to);
  const customers = customersSaid(asked, asked_on ? format.date(asked_on) : who.lastDay, params?.rule);
  const shares = sharesOf?.(params ?? {});
  const conditions = [
    ...(from && to ? [that.between(format.date(String(from)), format.date(String(to)))] : []),
    ...(from && !to ? [that.since(format.date(String(from)))] : []),
    ...(to && !from ? [that.until(format.date(String(to)))] : []),
    ...Object.entries(values).map(([attribute, wanted]) =>
      that.has(attributeName(attribute), listed(wanted)),
    ),
  ];
  return [
    ...(days.from || days.to ? [words.scope.shownAre(daysName(days))] : []),
    ...(customers.length > 0 ? [who.scope(format.list(customers))] : []),
    ...(shares && customers.length > 0 ? [shares === 'scored' ? who.scored : who.shares] : []),
    ...(asked.status || asked.rfm ? [who.byOrders] : []),
    ...(conditions.length > 0
      ? [that.scope(format.list(conditions)), first_order === 'inside' ? that.firstInside : that.firstEver]
      : []),
    ...(shares && conditions.length > 0
      ? [that.shares[first_order === 'inside' && shares !== 'scored' ? 'buyers' : shares]]
      : []),
  ].join(' ');
}
