import type { Choices, OrderGrain } from '../../domain/choices';
import type { CustomerDays } from '../../domain/evidence';
import type { ReadColumn } from '../mapping/read-columns';

/** So many of the days of customers have several rows before these are taken for lines. */
const OFTEN = 0.05;

/**
 * Whether the rows of one customer on one day are lines of one order: where the dates have a clock, because they stand at one moment;
 * where they have none, because they name different products. Rows that tell neither are orders.
 */
export function areLines({ visits, several, at_once, mixed, has_clock }: CustomerDays): boolean {
  if (several < 2 || several < OFTEN * visits) return false;
  return 2 * (has_clock ? at_once : mixed) >= several;
}

/** What one order is, unless a person has said it. */
export function orderGrain(
  order: ReadColumn | undefined,
  date: ReadColumn | undefined,
  { order_grain }: Choices,
): OrderGrain {
  if (order_grain) return order_grain;
  if (order) return order.evidence.order_key?.grain ?? 'order_id';
  const days = date?.evidence.customer_days;
  return days && areLines(days) ? 'customer_day' : 'row';
}
