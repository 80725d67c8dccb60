import type { Choices, Field } from '../../../src/domain/choices';
import type { DateReading, NumberReading } from '../../../src/domain/evidence';
import type {
  AmountLevel,
  CurrencyMark,
  Layout,
  MappingProposal,
  RowKind,
  VisitRule,
} from '../../../src/domain/mapping';
import { OTHER_DIGITS, PLAIN_DIGITS } from '../../../src/ingest/numbers/digits';
import { quoteText } from '../sql/quote';
import type { Rates } from './rates';

/** All that decides how the raw text columns become typed ones. Positions count from 0. */
export interface Reading {
  positions: Partial<Record<Field, number>>;
  dates: Record<number, DateReading>;
  numbers: Record<number, NumberReading>;
  /** Digits before the decimal mark that a column needs; 12 where unknown. */
  integer_digits: Record<number, number>;
  /** Null where the file names no money: orders and customers are counted all the same. */
  amount_from: 'amount' | 'price_times_quantity' | null;
  amount_level: AmountLevel;
  layout: Layout;
  tax: NonNullable<Choices['tax']>;
  zone: string | null;
  /** Hours past midnight that are of the day before; 0 where the dates have no times. */
  day_ends_at: number;
  /** Texts beside amounts that tell the currency of a row, where no column does. */
  currency_marks: CurrencyMark[];
  /** The currency that the amounts themselves name. */
  currency: MappingProposal['currency'];
  /** What rows of other currencies are counted at; null where they are set aside. */
  rates: Rates | null;
  /** Columns of ids that went through a spreadsheet: `17850.0` is read as 17850, `="17850"` too. */
  wrapped: number[];
  /** Columns of ids of which a spreadsheet has rounded some: `5.78E+17` names nothing. */
  destroyed: number[];
  /** What stands beside an order's number where the number alone is not one order's, as an expression on the row. */
  order_key: string | null;
  /** Columns whose value is that of the whole order and stands on each of its rows: counted once an order. */
  once: number[];
  /** The import that brought a row, as an expression on it; null where there was one import. */
  generation: string | null;
  /** The discount is a share of the price, 0..1 or in percent. */
  discount_rate: 'share' | 'percent' | null;
  shipping: NonNullable<Choices['shipping']>;
  /** Dates of orders may be days that stand for none. */
  undated: boolean;
  /** Columns where no value begins or ends with a blank: a million of them need no trimming. */
  unpadded: number[];
}

/** The file's own texts by what they mean: lists of whole values, so that no row is matched by a pattern. */
export interface TextMeanings {
  cancelled: string[];
  kinds: Record<RowKind, string[]>;
  /** Texts that name a dealer, or somebody of the shop. */
  customers: Record<'dealer' | 'staff', string[]>;
  /** Texts that say that a customer may be written to. */
  consenting: string[];
  /** For each flag of the layout: the texts that say that all the money went back. */
  flags: { position: number; texts: string[] }[];
  /** Articles that are gift cards. */
  gifts: string[];
  /** For each identity column: texts that name nobody. */
  nobody: Record<number, string[]>;
}

/** The name of the raw column at a position. Their headers never become SQL, except in the view `source`. */
export const rawColumn = (position: number): string => `c${position}`;

/** Blanks that a trim takes off: spaces, tabs, and the blank that does not break. */
const BLANKS = [`' '`, 'chr(9)', 'chr(160)'];
/** Whether a text begins or ends with one. */
export const isPadded = (text: string): string =>
  ['prefix', 'suffix'].flatMap((end) => BLANKS.map((blank) => `${end}(${text}, ${blank})`)).join(' or ');

export function trimmed(text: string): string {
  const trim = `trim(${text}, ${BLANKS.join(' || ')})`;
  if (!/^c[0-9]+$/.test(text)) return trim;
  // DuckDB's trim of several characters is slow, and of a million values hardly any needs it.
  return `case when ${isPadded(text)} then ${trim} else ${text} end`;
}

/** A text with our digits in the place of others. */
export const withPlainDigits = (text: string): string =>
  `translate(${text}, ${quoteText(OTHER_DIGITS)}, ${quoteText(PLAIN_DIGITS)})`;

/** Whether a row is the first of its order within its import. */
export function isFirstOfOrder({ positions, generation, order_key }: Reading): string | null {
  const order = positions.order_id;
  if (order === undefined) return null;
  const beside = [order_key, generation].flatMap((one) => (one === null ? [] : `, ${one}`)).join('');
  const by = `coalesce(${rawColumn(order)}, 'row ' || rowid)${beside}`;
  return `rowid = min(rowid) over (partition by ${by})`;
}

export const isOneOf = (text: string, texts: readonly string[]): string =>
  texts.length === 0 ? 'false' : `coalesce(${text} in (${texts.map(quoteText).join(', ')}), false)`;

/** The value of a column, or that of the nearest row above that has one where the layout says that rows follow. */
export function cell(position: number, { layout }: Pick<Reading, 'layout'>): string {
  const column = rawColumn(position);
  const { visit } = layout.rows;
  if (visit?.fills.includes(position))
    return `if(${isFollower(visit)}, nullif(${headOf(visit, `coalesce(${column}, '')`)}, ''), ${column})`;
  return layout.rows.fill_down.includes(position) ? downFrom(column) : column;
}

const downFrom = (text: string): string =>
  `last_value(${text} ignore nulls) over (order by rowid rows between unbounded preceding and current row)`;

/** A row that begins a visit: it has a date and names somebody. */
export const isHead = ({ date, who }: VisitRule): string =>
  `${rawColumn(date)} is not null and ${rawColumn(who)} is not null`;

/** Words that a sum begins with, in place of goods. */
const SUM =
  '^(grand |sub)?(total|totals|sum|summe|gesamt|somme|suma|soma|jumlah|tổng|合计|总计|合計|総計|小计|小計)';

/** A row of a visit below its first: neither date nor customer, but goods of its own, which are no sum. */
export const isFollower = ({ date, who, goods }: VisitRule): string =>
  `${rawColumn(date)} is null and ${rawColumn(who)} is null and ${rawColumn(goods)} is not null
   and not regexp_matches(lower(trim(${rawColumn(goods)})), '${SUM}')`;

/** A value of the nearest row above that begins a visit, the row itself included. */
export const headOf = (visit: VisitRule, value: string): string =>
  downFrom(`if(${isHead(visit)}, ${value}, null)`);

/** The heading that stands above a row; a row with a sum ends the group before it. */
export function headingAbove(position: number, date: number | undefined): string {
  const column = rawColumn(position);
  const alone = date === undefined ? 'true' : `${rawColumn(date)} is null`;
  return downFrom(`if(${alone} and not regexp_matches(lower(${column}), '^total'), ${column}, null)`);
}
