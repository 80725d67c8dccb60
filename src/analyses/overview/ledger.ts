import type { Row } from '../../domain/table';

/** The figures of the table under the picture, in its order, and how each is written. */
export const LINES = [
  ['net', 'money'],
  ['orders', 'count'],
  ['customers', 'count'],
  ['aov', 'money'],
  ['aov_known', 'money'],
  ['orders_per_customer', 'number'],
  ['repeat_rate', 'rate'],
  ['matured_rate', 'rate'],
  ['new_customers', 'count'],
  ['retained', 'count'],
  ['reactivated', 'count'],
  ['lost', 'count'],
] as const;

/** n and N behind a rate, for its interval. */
export const BEHIND = {
  repeat_rate: ['repeaters', 'customers'],
  matured_rate: ['matured_repeaters', 'matured'],
} as const;

/** Net by who brought it, in the two ways to say who is new. */
export const VIEWS = {
  order: ['net_first', 'net_later', 'net_anonymous'],
  customer: ['net_new', 'net_returning', 'net_anonymous'],
} as const;

/** now ÷ before − 1, or the difference in points of a rate; null where there is nothing to compare. */
export function changeOf(now: Row, before: Row | null, name: string, unit: string): number | null {
  const [here, there] = [now[name], before?.[name]];
  if (typeof here !== 'number' || typeof there !== 'number') return null;
  if (unit === 'rate') return here - there;
  return there > 0 ? here / there - 1 : null;
}
