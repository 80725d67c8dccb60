import type { DateOrder, Field, OrderGrain } from './choices';
import type { DateReading, NumberReading, Question } from './evidence';
import type { NoSales } from './said/file-problems';
import type { OpenQuestion } from './said/questions';
import type { Reason } from './said/reasons';
import type { Said } from './said/said';

/** How sure a proposal is, and why. */
export interface FieldProposal {
  field: Field;
  /** 0-based position of the column. */
  position: number;
  column: string;
  confidence: 'sure' | 'likely' | 'guess';
  reason: Reason;
  /** Other columns that could be it by their names and values; absent where there is none. */
  rivals?: string[];
}

/** Where an order's amount stands when the order has several rows. */
export type AmountLevel = 'line' | 'order_first_row' | 'order_repeated';

/** A sign or code beside an amount, as it is written, and its currency. */
export interface CurrencyMark {
  text: string;
  currency: string;
}

/** What a row is: money taken, money given back, or neither. */
export type RowKind = 'sale' | 'refund' | 'other';

/** A column that is added to the amount or taken off it. */
export interface AmountTerm {
  position: number;
  sign: '+' | '-';
}

/** Rows below the first of a visit leave date and customer blank. Positions are columns, counted from 0. */
export interface VisitRule {
  date: number;
  who: number;
  /** What each of these rows has of its own. */
  goods: number;
  /** The columns whose value on the first row stands for all of the visit. */
  fills: number[];
}

/** How an export says what its rows are. Positions are columns, counted from 0. */
export interface RowRules {
  /** The column whose texts name the kind of row, with the pattern sources that name each kind, lower case. */
  type: { position: number; sale: string[]; refund: string[]; other: RowKind } | null;
  /** A row without a value here is part of the row above it and holds none of the order's money. */
  only_filled: number | null;
  /** Money that went out on a sale row was paid to others: it is no refund. */
  outgoing_is_other: boolean;
  /** Rows below an order's first row leave these columns empty: the value above stands for them. */
  fill_down: number[];
  /** Date and customer stand on the first row of a visit alone; absent where they do not. */
  visit?: VisitRule;
  /** Heading rows of groups stand in this column: each names the customer of the rows below it. */
  heading: number | null;
}

/** Where refunds stand besides rows of their own and the refund column. */
export interface RefundRules {
  /** Where the amount of the refund column stands when the order has several rows. */
  level: AmountLevel;
  /** The refund includes tax and shipping and is taken off pro rata of sales to the total. */
  includes_tax: boolean;
  /** Columns and the texts in them, lower case, that say that all of the row's or order's money went back. */
  flags: { position: number; values: string[] }[];
  /** The total after a refund: what it lacks to the total was given back; 0 or empty where nothing was. */
  adjusted_total: number | null;
  /** Pieces that came back, at the row's price. */
  returned_quantity: number | null;
}

/** The parts of an export's way to write that no single field tells. */
export interface Layout {
  terms: AmountTerm[];
  /** '+' where the discount column holds amounts below 0, which are added where others are taken off. */
  discount: '+' | '-';
  rows: RowRules;
  refunds: RefundRules;
  /** Texts of the status, lower case, that say that an order did not happen, besides those known in general. */
  excluded: string[];
  /** Texts that would say so elsewhere, and here say that it stands: an invoice that awaits its payment is a sale. */
  stands?: string[];
}

/** Why a file cannot hold sales, whatever its columns are called. */
export type Refusal = Said<NoSales>;

/** How a known export is known: from a real file, its maker's words, programs of others that read it, or memory alone. */
export type Seen = 'sample' | 'documentation' | 'importer' | 'memory';

/** What the file seems to mean: the answer to be confirmed on the mapping page. */
export interface MappingProposal {
  /** Id and name of the recognised export, or null. */
  profile: { id: string; name: string; seen: Seen } | null;
  /** Present where this export holds no sales; building is refused with it. */
  refusal: Refusal | null;
  fields: FieldProposal[];
  order_grain: OrderGrain;
  amount_level: AmountLevel;
  date_order: DateOrder | null;
  dates: Record<number, DateReading>;
  numbers: Record<number, NumberReading>;
  /** 'amount' where the file has one, else unit price × quantity. */
  amount_from: 'amount' | 'price_times_quantity' | null;
  /** Present where amounts stand beside signs of several currencies and no column names them. */
  currency_marks: CurrencyMark[];
  /** The currency that the amounts themselves name; `beside` is a column of currencies that is the buyer's, then. */
  currency: { of: string; by: 'head' | 'signs'; beside: string | null } | null;
  layout: Layout;
  questions: OpenQuestion[];
  /** Questions beyond those that a person is asked: their usual answers hold until others are given. Absent where there are none. */
  assumed?: OpenQuestion[];
}

/** A field with its reason in words: "Named like an order number, and 18,532 different values repeat over 541,909 rows." */
export type ToldField = Omit<FieldProposal, 'reason'> & { reason: string };

/** The same as the mapping page shows it. */
export interface ToldProposal extends Omit<MappingProposal, 'refusal' | 'fields' | 'questions' | 'assumed'> {
  refusal: { message: string; next?: string } | null;
  fields: ToldField[];
  questions: Question[];
  assumed?: Question[];
}
