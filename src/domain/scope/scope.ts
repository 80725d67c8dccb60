import type { ScopePeriod } from './period';

/** Customers that count, each condition by itself; all that are set have to hold. */
export interface CustomerConditions {
  /** Values of attributes of the first order, by the attribute's name; of each one at least. */
  values: Readonly<Record<string, readonly string[]>>;
  /** Steps of the ladder, and groups of RFM; empty for any. */
  status: readonly string[];
  groups: readonly string[];
  /** Months since the first order, `under` not included; 0 for no such end. */
  atLeast: number;
  under: number;
}

/** Orders that count. */
export interface OrderConditions {
  values: Readonly<Record<string, readonly string[]>>;
  /** The first of these orders is taken for the customer's first. */
  isInside: boolean;
}

export type Comparison = 'none' | 'before' | 'year' | 'others';

/** What every page is about: which days are reported, whose orders and which ones, and what they are compared with. */
export interface Scope {
  period: ScopePeriod;
  compare: Comparison;
  /** The customers to compare with, where `compare` is 'others'. */
  others: CustomerConditions;
  /** A type of customers, 'all', or null for the project's own. */
  type: string | null;
  customers: CustomerConditions;
  orders: OrderConditions;
}

export const ANYBODY: CustomerConditions = { values: {}, status: [], groups: [], atLeast: 0, under: 0 };

export const EVERYTHING: Scope = {
  period: { kind: 'all' },
  compare: 'none',
  others: ANYBODY,
  type: null,
  customers: ANYBODY,
  orders: { values: {}, isInside: false },
};

const isEmpty = (values: CustomerConditions['values']): boolean => Object.keys(values).length === 0;

export const isAnybody = ({ values, status, groups, atLeast, under }: CustomerConditions): boolean =>
  isEmpty(values) && status.length + groups.length === 0 && atLeast <= 0 && under <= 0;

/** True where nothing is left out. A comparison leaves nothing out. */
export const isEverything = ({ period, type, customers, orders }: Scope): boolean =>
  period.kind === 'all' && type === null && isAnybody(customers) && isEmpty(orders.values);

/** The same conditions with other values of an attribute; none take the condition away. */
export function withValues<T extends { values: CustomerConditions['values'] }>(
  conditions: T,
  attribute: string,
  wanted: readonly string[],
): T {
  const { [attribute]: _before, ...others } = conditions.values;
  return { ...conditions, values: wanted.length > 0 ? { ...others, [attribute]: wanted } : others };
}

/** The scope without conditions on attributes that a file does not have. */
export function within(scope: Scope, attributes: readonly string[]): Scope {
  const known = <T extends { values: CustomerConditions['values'] }>(conditions: T): T => ({
    ...conditions,
    values: Object.fromEntries(
      Object.entries(conditions.values).filter(([attribute]) => attributes.includes(attribute)),
    ),
  });
  return {
    ...scope,
    customers: known(scope.customers),
    others: known(scope.others),
    orders: known(scope.orders),
  };
}
