import { isDay } from '../../domain/calendar';
import type { ScopePeriod } from '../../domain/scope/period';
import {
  ANYBODY,
  EVERYTHING,
  type Comparison,
  type CustomerConditions,
  type OrderConditions,
  type Scope,
} from '../../domain/scope/scope';
import { RFM_GROUPS, STATUSES } from '../../domain/standing';

/**
 * The scope as the query of an address, `period=2024&who.country=Germany&status=lapsed`: what leaves nothing out is not written. Anybody
 * can write an address, so what is not understood is left out. Analyses have no parameter of these names (`tests/unit/scope-address`).
 */
export const SCOPE_NAMES = ['period', 'vs', 'type', 'status', 'group', 'tenure', 'first'] as const;
/** Before the name of an attribute. */
const CUSTOMERS = 'who.';
const ORDERS = 'order.';
const OTHERS = 'vs.';

type Pair = [name: string, value: string];

const MOST_MONTHS = 1200;
const COMPARISONS: readonly Comparison[] = ['before', 'year', 'others'];
const TYPES = ['final', 'dealer', 'staff', 'all'];

/** True for what `scopeIn` reads. */
export const isOfScope = (name: string): boolean =>
  (SCOPE_NAMES as readonly string[]).includes(name) ||
  [CUSTOMERS, ORDERS, OTHERS].some((prefix) => name.startsWith(prefix));

function periodText(period: ScopePeriod): string | null {
  switch (period.kind) {
    case 'all':
      return null;
    case 'last':
      return `${period.months}m`;
    case 'year':
      return String(period.year);
    case 'days':
      return period.from || period.to ? `${period.from ?? ''}..${period.to ?? ''}` : null;
  }
}

function periodIn(text: string | null): ScopePeriod {
  const [, months] = /^(\d{1,4})m$/.exec(text ?? '') ?? [];
  if (months && Number(months) > 0 && Number(months) <= MOST_MONTHS)
    return { kind: 'last', months: Number(months) };
  if (text && /^\d{4}$/.test(text)) return { kind: 'year', year: Number(text) };
  const ends = text?.split('..') ?? [];
  const [from = '', to = ''] = ends;
  const isGood = ends.length === 2 && (from || to) && [from, to].every((day) => day === '' || isDay(day));
  return isGood && !(from && to && from > to)
    ? { kind: 'days', from: from || null, to: to || null }
    : { kind: 'all' };
}

const pairsOf = (values: CustomerConditions['values'], prefix: string): Pair[] =>
  Object.entries(values).flatMap(([attribute, wanted]) =>
    wanted.map<Pair>((value) => [prefix + attribute, value]),
  );

const conditionPairs = (of: CustomerConditions, prefix: string, values: string): Pair[] => [
  ...pairsOf(of.values, values),
  ...of.status.map<Pair>((status) => [`${prefix}status`, status]),
  ...of.groups.map<Pair>((group) => [`${prefix}group`, group]),
  ...(of.atLeast > 0 || of.under > 0
    ? [[`${prefix}tenure`, `${of.atLeast || ''}..${of.under || ''}`] as Pair]
    : []),
];

/** The pairs of a query that `scopeIn` reads back as the same scope. */
export function scopePairs({ period, compare, others, type, customers, orders }: Scope): Pair[] {
  const when = periodText(period);
  return [
    ...(when ? [['period', when] as Pair] : []),
    ...(compare === 'none' ? [] : [['vs', compare] as Pair]),
    ...(compare === 'others' ? conditionPairs(others, OTHERS, `${OTHERS}${CUSTOMERS}`) : []),
    ...(type ? [['type', type] as Pair] : []),
    ...conditionPairs(customers, '', CUSTOMERS),
    ...pairsOf(orders.values, ORDERS),
    ...(orders.isInside ? [['first', 'inside'] as Pair] : []),
  ];
}

function valuesIn(query: URLSearchParams, prefix: string): CustomerConditions['values'] {
  const found: Record<string, string[]> = {};
  for (const [name, value] of query)
    if (name.startsWith(prefix) && name.length > prefix.length && value)
      (found[name.slice(prefix.length)] ??= []).push(value);
  return Object.fromEntries(Object.entries(found).map(([name, values]) => [name, [...new Set(values)]]));
}

const knownIn = (query: URLSearchParams, name: string, known: readonly string[]): string[] =>
  known.filter((one) => query.getAll(name).includes(one));

function conditionsIn(query: URLSearchParams, prefix: string, values: string): CustomerConditions {
  const [, atLeast, under] = /^(\d{0,4})\.\.(\d{0,4})$/.exec(query.get(`${prefix}tenure`) ?? '') ?? [];
  return {
    values: valuesIn(query, values),
    status: knownIn(query, `${prefix}status`, STATUSES),
    groups: knownIn(query, `${prefix}group`, RFM_GROUPS),
    atLeast: Math.min(Number(atLeast ?? 0), MOST_MONTHS),
    under: Math.min(Number(under ?? 0), MOST_MONTHS),
  };
}

/** The scope that an address asks for. */
export function scopeIn(query: URLSearchParams): Scope {
  const compare = COMPARISONS.find((one) => one === query.get('vs')) ?? EVERYTHING.compare;
  const type = query.get('type');
  const orders: OrderConditions = {
    values: valuesIn(query, ORDERS),
    isInside: query.get('first') === 'inside',
  };
  return {
    period: periodIn(query.get('period')),
    compare,
    others: compare === 'others' ? conditionsIn(query, OTHERS, `${OTHERS}${CUSTOMERS}`) : ANYBODY,
    type: type && TYPES.includes(type) ? type : null,
    customers: conditionsIn(query, '', CUSTOMERS),
    orders,
  };
}
