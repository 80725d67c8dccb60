import type { DateOrder, Field } from '../../domain/choices';
import type { AmountLevel, Refusal, RowKind, Seen } from '../../domain/mapping';

/** Names of one column, the most telling first: exports change them from year to year. */
type Names = string[];

/** A known export: recognised by its headers, mapped by name. Data, no code. */
export interface Profile {
  id: string;
  /** What a person calls it. */
  name: string;
  /** From memory alone the page says so. Where its columns were seen stands beside its example in the tests. */
  seen: Seen;
  /** All of these headers stand in the file (compared folded). */
  fingerprint: string[];
  /** The file has exactly so many columns; where it is not said, any number more. */
  columns?: number;
  fields: Partial<Record<Field, Names>>;
  /** Where an order's money stands; found from the values where it is not said. */
  amount_level?: AmountLevel;
  amount_from?: 'amount' | 'price_times_quantity';
  /** Columns that are taken off the amount (tax and shipping inside it) or added to it. */
  less?: Names[];
  plus?: Names[];
  rows?: {
    /** Texts of the type column as patterns, lower case; what no list names is `other`. */
    type?: { sale: string[]; refund: string[]; other: RowKind };
    only_filled?: Names;
    outgoing_is_other?: boolean;
    /** Rows below an order's first row leave its number and date empty. */
    follow?: boolean;
    /** Customers stand in heading rows of the first column. */
    heading?: boolean;
  };
  refunds?: {
    level?: AmountLevel;
    includes_tax?: boolean;
    /** Texts as patterns, lower case. */
    flags?: { column: Names; values: string[] }[];
    adjusted_total?: Names;
    returned_quantity?: Names;
  };
  /** Texts of the status as patterns, lower case, of orders that did not happen. */
  excluded?: string[];
  /** The same of orders that stand, where the general lists would leave them out. */
  stands?: string[];
  /** Where the column itself cannot tell. */
  date_order?: DateOrder;
  /** The currency has no decimals: a mark before three digits separates thousands. */
  whole_money?: boolean;
  refuse?: Refusal;
}
