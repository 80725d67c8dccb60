import type { Row } from '../../domain/table';

export interface Weekday {
  /** Monday = 1. */
  weekday: number;
  orders: number;
  /** 0..1 */
  share: number;
}

/** The days of the week with their orders; empty where there is no order. */
export const weekdays = (rows: readonly Row[]): Weekday[] =>
  rows.some(({ orders }) => Number(orders) > 0)
    ? rows.map(({ weekday, orders, share }) => ({
        ...{ weekday: Number(weekday), orders: Number(orders), share: Number(share) },
      }))
    : [];

/** The day with most orders, the earlier one of two equal ones. */
export const busiest = (days: readonly Weekday[]): Weekday | null =>
  days.reduce<Weekday | null>((best, day) => (best && best.orders >= day.orders ? best : day), null);
