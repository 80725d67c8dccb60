import type { OrderGrain } from './choices';
import type { OpenQuestion } from './said/questions';
import type { Level } from './tables';

/** What was counted over a whole column, before anybody decides what it means. */
export interface ColumnEvidence {
  /** Header as in the file, made unique; `column_1` … where there is no header. */
  column: string;
  /** Counted from 0. */
  position: number;
  /** Rows of the file. */
  rows: number;
  /** Rows with a value that is not blank. */
  filled: number;
  /** Different values. */
  distinct: number;
  /** A large file's are estimated. */
  is_estimate?: boolean;
  /** Up to five real values from different places of the file. */
  examples: string[];
  /** Present when the first values looked like numbers. */
  numbers?: NumberEvidence;
  /** Present when the first values looked like dates: every shape in the column, most frequent first. */
  dates?: ShapeCount[];
  /** Values such as `17850.0`: an id that went through a spreadsheet. */
  wrapped_ids: number;
  /** Values such as `5.78E+17`: a spreadsheet has rounded the number away. */
  destroyed?: number;
  /** Of an order number: by what orders are told apart, where that was looked at. */
  order_key?: OrderKeyRead;
  /** Of the date of a file without order numbers: what the rows of one customer on one day look like. */
  customer_days?: CustomerDays;
  /** Where tables were joined: what one value of the column stands for. */
  level?: Level | null;
  /** Of a refund: some are above the amount, so tax and shipping are inside them. */
  passes_amount?: boolean;
  /** Of an amount: it is the total, or what is left of that after refunds, so tax and shipping are inside. */
  is_total?: boolean;
  /** Of a discount: amounts and totals add up only where it is taken off. */
  leaves_amount?: boolean;
  /** How the values lie in orders of several rows; absent where that was not looked at. */
  in_orders?: InOrders;
  /** Of a date: rows on which it and the customer stand, and rows on which both are blank beside a product; absent where that was not counted. */
  visits?: Visits;
  /** The different values of a column of few and short ones, most frequent first; absent for other columns. */
  values?: string[];
}

/** Over orders of several rows: in how many every row has the same value, or the first row alone has one. */
export interface InOrders {
  /** Position of the order number. */
  order: number;
  orders: number;
  repeated: number;
  first_only: number;
  /** Orders in which a value other than zero stands. */
  filled: number;
}

/** How date and customer are blank together. */
export interface Visits {
  /** Positions of the customer, and of what a line has. */
  who: number;
  goods: number;
  /** Rows with both. */
  heads: number;
  /** Rows with neither, which name goods and no sum. */
  followers: number;
  /** Rows with one of them. */
  broken: number;
  /** The first of these rows has both. */
  starts: boolean;
  /** The last row of all has neither: where only its amount speaks for it, it may be the sum of the others. */
  ends: boolean;
}

/** What was counted about an order number, over sale rows. */
export interface OrderKeyRead {
  grain: OrderGrain;
  numbers: number;
  /** Numbers that stand on days apart or for several buyers. */
  recurring: number;
}

/** Rows of one customer on one day, over sale rows. */
export interface CustomerDays {
  /** Days of customers. */
  visits: number;
  /** Those with several rows, and how many rows these are. */
  several: number;
  rows: number;
  /** Of those with several rows: some at the same moment, or of different products. */
  at_once: number;
  mixed: number;
  /** The dates have a clock. */
  has_clock: boolean;
}

export interface NumberEvidence {
  /** Values of the form -?digits(.digits)?; nothing else to interpret. */
  plain: number;
  /** Largest number of digits after the dot among the plain values. */
  plain_scale: number;
  /** Plain values that have exactly three digits after the dot and at most three before it: `1.234`. */
  plain_three_decimals: number;
  /** Plain values with a dot. */
  plain_with_dot: number;
  negative: number;
  zero: number;
  /** The shapes of all values that are not plain. */
  other: ShapeCount[];
}

/** A shape is a value with each digit replaced by 9: `03/04/2024 9:05` is `99/99/9999 9:99`. */
export interface ShapeCount {
  shape: string;
  rows: number;
  examples: string[];
  /** Row number (from 1, header not counted) of the first value of this shape. */
  first_row: number;
  /** Some values are written with digits or marks other than ours; the shape has ours. */
  other_digits?: boolean;
  /** Largest first and second run of digits over all values of this shape: they decide day or month first. */
  max_first: number | null;
  max_second: number | null;
}

/** How the texts of a date column are read. */
export interface DateReading {
  /** strptime formats of DuckDB, tried in this order. */
  formats: string[];
  /**
   * 'iso': every value is YYYY-MM-DD with or without a time; the fast cast is exact. 'serial': days counted from
   * 1899-12-30, as a spreadsheet does; 'serial_1904': from 1904-01-01. 'epoch': seconds from 1970, or parts of them.
   */
  style: 'iso' | 'formats' | 'serial' | 'serial_1904' | 'epoch';
  /** True where texts carry an offset such as +0200 or Z. */
  has_offset: boolean;
  /** Texts end in a word for their zone such as PDT: it is dropped, the wall clock stands. */
  has_zone_word?: boolean;
  /** Names of months in another language, in small letters, and the English ones that the formats read. */
  words?: [text: string, as: string][];
  /** Digits other than ours stand for ours. */
  other_digits?: true;
  /** Patterns and what stands in their place, in order, before anything else is read. */
  rewrites?: [pattern: string, to: string][];
  /** Years are counted from elsewhere; those that are ours stay. */
  eras?: Era[];
  /** What no text names: its day, so that each stands on the first of its month, or its year. */
  lacks?: 'day' | 'year';
  /** Patterns that complete such texts, as `rewrites`; YEAR stands for the year. */
  completed?: [pattern: string, to: string][];
  /** Of texts without a year: that of the first row, null where it is to be asked, and the rows (from 0) from which on it is another. */
  year?: { first: number | null; turns: [row: number, year: number][] };
}

/** How years are counted: as in Thailand (2568 or 68 for 2025), or since the Republic of China (114 for 2025). */
export type Era = 'buddhist' | 'buddhist_short' | 'minguo';

/** How the texts of a number column are read. */
export interface NumberReading {
  decimal: '.' | ',';
  /** Thousands separator to remove; '' for none. */
  group: '' | ',' | '.' | ' ' | "'";
  /** Digits after the decimal mark that the column needs, 0 to 6. */
  scale: number;
  /** True where signs, brackets, currency marks or spaces have to be stripped first. */
  needs_cleaning: boolean;
  /** The word beside an amount that puts it below 0, where debits and credits stand in one column. */
  below_zero?: 'CR' | 'DR';
  /** Digits other than ours stand for ours. */
  other_digits?: true;
}

/** What is asked where the file itself cannot tell, in words. */
export interface Question extends Pick<OpenQuestion, 'id' | 'values' | 'column' | 'about'> {
  question: string;
  options: { value: string; label: string }[];
  examples: string[];
}
