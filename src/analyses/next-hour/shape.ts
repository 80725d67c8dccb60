import type { Row } from '../../domain/table';

/** The part of the list that so many calls reach: it is cut here, so that another number of calls asks nothing anew. */
export const within = (rows: readonly Row[], capacity: number): Row[] =>
  rows.filter((row) => Number(row.reached) - Number(row.customers) < capacity);

export const sumOf = (rows: readonly Row[], name: string): number =>
  rows.reduce((sum, row) => sum + Number(row[name]), 0);

/** What is at stake with as many as can be called: of the last group only those who are still reached. */
export const stakeOf = (rows: readonly Row[], capacity: number): number =>
  within(rows, capacity).reduce((sum, row) => {
    const before = Number(row.reached) - Number(row.customers);
    return sum + Number(row.at_stake_each) * Math.min(Number(row.customers), capacity - before);
  }, 0);
