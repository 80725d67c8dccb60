import type { Problems } from './said/problems';
import type { Said } from './said/said';

/** What one table of an import is for. 'part': more rows of another table, such as the next month. */
export const TABLE_ROLES = ['orders', 'lines', 'refunds', 'products', 'customers', 'part', 'ignore'] as const;
export type TableRole = (typeof TABLE_ROLES)[number];

/** What a column stands for once tables are joined: a value of the order stands on each of its lines. */
export type Level = 'order' | 'line' | 'product' | 'customer';

/** Where a table comes from. */
export interface TableName {
  /** Name of the dropped file. */
  name: string;
  /** Path inside a zip. */
  member: string | null;
  sheet: string | null;
}

/** Why a table is not used. */
export type LeftOut =
  | 'chosen'
  | 'another_chosen'
  | 'hidden'
  | 'unreadable'
  | 'copy'
  | 'no_key'
  | 'other_rows'
  | 'not_an_order_list';

/** How a table hangs on another one: by which columns, and how many rows find each other. */
export interface TableJoin {
  column: string;
  /** Label of the other table. */
  to: string;
  to_column: string;
  /** Rows that name something, and those of them whose name is found. */
  rows: number;
  found: number;
  /** Rows of a list that nothing names. */
  unnamed: number;
}

/** One table of an import as the mapping page and the report show it. */
export interface TableSeen extends TableName {
  /** The shortest name that tells it from the other tables. */
  label: string;
  rows: number;
  columns: number;
  role: TableRole;
  join: TableJoin | null;
  left_out: { why: LeftOut; about: string; problem?: Said<Problems> } | null;
  /** For refunds: the columns that say how much and when; without an amount the whole order is given back. */
  refund: { amount: string | null; date: string | null } | null;
  /** Roles that a person may choose here. */
  may_be: TableRole[];
}
