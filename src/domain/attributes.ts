import type { AttributeLevel } from './attribute-level';
import type { Field } from './choices';

/** What an empty cell of a column is called where orders are told apart by it. */
export const NO_VALUE = '(none)';

/** What orders are told apart by that has a name of its own, whatever the column is called. */
export const KNOWN_ATTRIBUTES = [
  'product',
  'category',
  'country',
  'channel',
  'branch',
  'staff',
  'discount',
] as const;

/** A column that orders can be told apart by: part of the public report. */
export interface FileAttribute {
  /** What the door and answers call it: the field it is read as, else its header. */
  name: string;
  header: string;
  level: AttributeLevel;
  /** Different values in the rows of the file, and rows without one. */
  values: number;
  blank_rows: number;
  /** Orders with several values where the level is the order: the first row with a value says which one counts. */
  mixed_orders: number;
}

/** Why a column is none. */
export type NotAttribute = { header: string } & (
  | { why: 'read_as'; field: Field }
  | { why: 'date' | 'amount' | 'one_value' | 'ignored' }
  | { why: 'too_many' | 'hardly_repeats'; values: number }
);

export interface FileAttributes {
  found: (FileAttribute & { position: number; field: Field | null })[];
  others: NotAttribute[];
}

/** Whether an order can have several values of it, so that it counts for each. */
export const hasSeveral = (
  attributes: readonly { attribute: string; level: AttributeLevel }[],
  attribute: unknown,
): boolean => attributes.some((one) => one.attribute === attribute && one.level === 'line');
