import type { Row } from '../../domain/table';

const of = (row: Row, name: string): number => Number(row[name] ?? NaN);

/** The two windows; `before` only where the file holds all of it. */
export function windowsOf(rows: readonly Row[]): { now: Row | null; before: Row | null } {
  const named = (name: string) => rows.find(({ window }) => window === name) ?? null;
  const before = named('before');
  return {
    now: named('now'),
    before: before?.is_covered === true && of(before, 'orders') > 0 ? before : null,
  };
}

/** What net is made of: customers × orders of each × net of an order, for orders of known customers. */
export const DRIVERS = ['customers', 'orders_per_customer', 'aov_known'] as const;
export const CHANGES = ['net', 'orders', ...DRIVERS] as const;

export interface Change {
  measure: (typeof CHANGES)[number];
  now: number;
  before: number;
  /** now ÷ before − 1. */
  change: number;
}

/** Changes against the window before; without those that begin at nothing. */
export const changesOf = (now: Row, before: Row): Change[] =>
  CHANGES.flatMap((measure) => {
    const [here, there] = [of(now, measure), of(before, measure)];
    return there > 0 && Number.isFinite(here)
      ? [{ measure, now: here, before: there, change: here / there - 1 }]
      : [];
  });

/** The part of net that changed most, on the scale on which the three changes add up. */
export function driverOf(changes: readonly Change[]): Change | null {
  const drivers = changes.filter(
    ({ measure, now }) => (DRIVERS as readonly string[]).includes(measure) && now > 0,
  );
  if (drivers.length < DRIVERS.length) return null;
  const size = ({ change }: Change) => Math.abs(Math.log1p(change));
  return drivers.reduce((most, one) => (size(one) > size(most) ? one : most));
}
