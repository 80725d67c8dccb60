import type { Row } from '../../domain/table';

export const MOST_DRAWN = 15;

/** Pairs that surely stand together more often than by chance, surest first. */
export const together = (rows: readonly Row[]): Row[] => rows.filter(({ lift_low: low }) => Number(low) > 1);
