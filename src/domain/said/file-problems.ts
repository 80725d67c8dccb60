import type { Nothing } from './said';
import type { ReadDamage, ReadRefusal } from './read-refusals';

/** What a file is, as far as a failure goes. */
export type Kind = 'workbook' | 'archive' | 'parquet' | 'json';

/** A file that cannot be opened. `name` is the file's. */
export interface ReadProblems {
  'empty-file': { name: string; without: 'bytes' | 'text' | 'table' };
  'archive-too-large': { name: string; why: ReadRefusal };
  'not-opened': { name: string; kind: Kind; why: ReadRefusal };
  damaged: { name: string; kind: Kind; why: ReadDamage | null };
  'damaged-gzip': { name: string };
  'encrypted-old-workbook': { name: string };
  'needs-old-readers': { name: string };
  'needs-password': { name: string; was_wrong: boolean };
  'numbers-file': { name: string };
  'not-a-workbook': { name: string };
  'markup-without-table': { name: string };
  'not-decodable': { name: string; encoding: string };
  'unknown-encoding': { encoding: string };
  /** `claims` is the ending of its name, where that promises something else. */
  'unreadable-format': { name: string; claims: string | null; is: 'packed' | 'pdf' | 'image' | 'unknown' };
  standstill: { name: string };
}

/** A text that is no table, or one that does not fit. */
export interface TableProblems {
  'not-a-table': { name: string };
  'ragged-row': { name: string; line: number; found: number; columns: number; delimiter: string };
  'ragged-file': { name: string; line: number | null; rows: number; columns: number };
  'header-only': { name: string; columns: string[] };
  'several-tables': { name: string; line: number };
  'too-many-columns': { name: string; columns: number; most: number };
  'line-too-long': { name: string; line: number; most_mib: number };
  'too-large': {
    name: string;
    rows: number;
    columns: number;
    bytes: number;
    most_bytes: number;
    fitting_rows: number;
  };
  'nothing-read': { tables: number };
}

/** Known exports that hold no sales, by the id of their profile. */
export interface ExportsWithoutSales {
  'amazon-settlement': Nothing;
  'datev-bookings': Nothing;
  'etsy-statement': Nothing;
  'lazada-transactions': Nothing;
  'quickbooks-summary': Nothing;
  'shopify-payouts': Nothing;
  'taobao-items': Nothing;
}

/** Files that hold no sales. */
export interface NoSales extends ExportsWithoutSales {
  'list-of-customers': Nothing;
  'list-of-products': Nothing;
  'no-dates': Nothing;
  'list-of-payouts': Nothing;
  'account-statement': Nothing;
}

/** Why most rows of a file were set aside. */
export type AsideReason =
  | 'ragged_row'
  | 'blank_row'
  | 'unreadable_date'
  | 'unreadable_amount'
  | 'sentinel_date'
  | 'future_date'
  | 'other_currency'
  | 'cancelled_document'
  | 'zero_price'
  | 'negative_quantity'
  | 'negative_amount'
  | 'no_customer'
  | 'refund_row'
  | 'other_row'
  | 'total_row'
  | 'heading_row';

/** A table that cannot be mapped as it was asked. */
export interface MappingProblems extends NoSales {
  'no-order-date': Nothing;
  'unreadable-column': {
    name: string;
    line: number;
    column: string;
    example: string;
    as: 'date' | 'number';
  };
  'nothing-used': { name: string; rows_read: number; rows: number; reason: AsideReason };
  'unknown-field': { field: string; nearest: string };
  'unknown-column': { column: string; field: string; nearest: string };
  'unknown-column-number': { number: number; last: number };
  'not-a-mapping': { name: string };
  'newer-mapping': { name: string };
  'not-taken-out': { name: string; row: number };
}
