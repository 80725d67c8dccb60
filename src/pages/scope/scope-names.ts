import type { Periods } from '../../domain/periods';
import { daysOf, type Days, type ScopePeriod } from '../../domain/scope/period';
import {
  isAnybody,
  type CustomerConditions,
  type OrderConditions,
  type Scope,
} from '../../domain/scope/scope';
import type { RfmGroup } from '../../domain/standing';
import { attributeName } from '../../i18n/attribute-name';
import { format } from '../../i18n/format';
import { shown } from '../../i18n/shown';
import { words } from '../../i18n/words';

const LONGEST = 40;
const NAMED = 3;

/** A few values by name, many by the first and how many more. */
const listed = (values: readonly string[]): string =>
  values.length > NAMED
    ? words.scope.moreValues(shown(values[0]!, LONGEST), values.length - 1)
    : values.map((value) => shown(value, LONGEST)).join(', ');

export function daysName({ from, to }: Days): string {
  const said = words.scope;
  if (from && to) return said.between(format.date(from), format.date(to));
  return from ? said.since(format.date(from)) : to ? said.until(format.date(to)) : said.periods.all;
}

/** "Last 12 months", "2024", "1 Mar 2024 – 30 Jun 2024". */
export function periodName(period: ScopePeriod, periods: Periods): string {
  const said = words.scope.periods;
  if (period.kind === 'all') return said.all;
  if (period.kind === 'last') return said.last(period.months);
  const days = daysOf(period, null, periods);
  return period.kind === 'year' ? format.period(days.from!, 'year', 'short', periods) : daysName(days);
}

/** A condition on its own: its name, and the conditions without it. */
export interface Chip<Conditions> {
  name: string;
  /** The attribute or kind of condition that it is, for those who ask. */
  hint: string;
  without: Conditions;
}

/** The conditions on customers, each with what is left without it. */
export function customerChips(of: CustomerConditions): Chip<CustomerConditions>[] {
  const said = words.scope;
  const { tenure } = said;
  const length =
    of.atLeast > 0 && of.under > 0
      ? tenure.between(of.atLeast, of.under)
      : of.atLeast > 0
        ? tenure.atLeast(of.atLeast)
        : of.under > 0
          ? tenure.under(of.under)
          : null;
  return [
    ...Object.entries(of.values).map(([attribute, values]) => {
      const { [attribute]: _gone, ...left } = of.values;
      const hint = said.chip(attributeName(attribute), listed(values));
      return { name: listed(values), hint, without: { ...of, values: left } };
    }),
    ...(of.status.length > 0
      ? [
          {
            name: listed(of.status.map((one) => words.lapse.statuses[one] ?? one)),
            hint: said.dialog.status,
            without: { ...of, status: [] },
          },
        ]
      : []),
    ...(of.groups.length > 0
      ? [{ name: listed(of.groups.map(groupName)), hint: said.dialog.group, without: { ...of, groups: [] } }]
      : []),
    ...(length ? [{ name: length, hint: said.dialog.tenure, without: { ...of, atLeast: 0, under: 0 } }] : []),
  ];
}

export const orderChips = (of: OrderConditions): Chip<OrderConditions>[] =>
  Object.entries(of.values).map(([attribute, values]) => {
    const { [attribute]: _gone, ...left } = of.values;
    const isLast = Object.keys(left).length === 0;
    return {
      name: words.scope.ofOrders(listed(values)),
      hint: words.scope.chip(attributeName(attribute), listed(values)),
      without: { values: left, isInside: of.isInside && !isLast },
    };
  });

export const groupName = (group: string): string => words.people.rfmGroups[group as RfmGroup] ?? group;

const customersName = (of: CustomerConditions): string[] => customerChips(of).map(({ name }) => name);

/** The scope in a few words, "Germany, 2024", as it stands before a finding; empty where nothing is left out. */
export const scopeName = (scope: Scope, periods: Periods): string =>
  [
    ...(scope.type && scope.type !== 'all' ? [typeName(scope.type)] : []),
    ...customersName(scope.customers),
    ...orderChips(scope.orders).map(({ name }) => name),
    ...(scope.period.kind === 'all' ? [] : [periodName(scope.period, periods)]),
  ].join(', ');

/** The days that an answer reports. */
export function daysIn(params: Readonly<Record<string, unknown>> | undefined): Days {
  const day = (value: unknown) => (typeof value === 'string' ? value : null);
  return { from: day(params?.from), to: day(params?.to) };
}

/** What it is compared with, in a few words; empty where it is compared with nothing. */
export function comparedName(scope: Scope, days: Days): string {
  if (scope.compare === 'others')
    return isAnybody(scope.others) ? '' : customersName(scope.others).join(', ');
  return scope.compare === 'none' ? '' : daysName(days);
}

export const typeName = (type: string): string =>
  (words.scope.types as Readonly<Record<string, string>>)[type] ?? type;
