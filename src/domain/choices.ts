import type { AttributeLevel } from './attribute-level';
import type { TableRole } from './tables';

/**
 * All that a person can decide about a file. Every key is optional: what is not said is proposed from the
 * file itself. The shape is public (`window.regulars.open(files, choices)`), so a rename is a breaking change.
 */
export interface Choices {
  files?: FileChoice[];
  /**
   * Names of files that were added to those before them, oldest first: where two files have one order, the newer one's
   * rows stand.
   */
  newer?: string[];
  map?: FieldMap;
  order_grain?: OrderGrain;
  date_order?: DateOrder;
  decimal?: '.' | ',';
  /** Where amounts are marked CR and DR: whether a credit is money that came in, as a bank writes it, or that was given back. */
  credit?: 'in' | 'out';
  /** The year of the first row where dates name none, such as 3-Jan; after December comes the next one. */
  year?: number;
  /** Real dates of a column of real dates and texts: 'swap' where a spreadsheet took their day for the month. */
  swapped_dates?: 'swap' | 'keep';
  /** IANA zone that texts with an offset are converted to; without one they stay as written. */
  zone?: string;
  tax?: 'out' | 'in';
  shipping?: 'out' | 'in';
  /** Gift cards that were sold: 'out' of sales unless said, as money taken and not goods. */
  gift_cards?: 'out' | 'in';
  /** Whether a column of costs holds that of one piece or of the whole line; judged from the file where not said. */
  cost_of?: 'piece' | 'line';
  rules?: Record<string, RuleAction>;
  valid?: Partial<ValidChoices>;
  /** What texts of the status mean that no rule knows: whether orders that have them happened. */
  statuses?: Record<string, 'counts' | 'out'>;
  history?: 'unknown' | 'complete';
  /** Last complete day of the data, 'YYYY-MM-DD'. */
  as_of?: string;
  /**
   * What one purchase is. 'usual', unless said: orders in repeat and cohort figures, as shop platforms count, and days in gaps and models.
   * 'order' and 'day' count so everywhere; gaps of no days are dropped in models.
   */
  occasion?: Occasion;
  /** The day that weeks begin on, 1 for Monday, which it is unless said. */
  week_start?: number;
  /** The month that a year begins with, 1 for January; quarters follow, and a year is named by that in which it ends. */
  fiscal_year_start?: number;
  /** The hour, 0 to 6, until which a day lasts past midnight. Without effect where the dates of the file have no times. */
  day_ends_at?: number;
  currency?: string;
  identity?: IdentityChoices;
  customer_type?: CustomerTypeChoices;
  /** 'none': read the file by its headers and values alone, even where it looks like an export known by name. */
  profile?: 'none';
  /** Units of the project's currency for one of each: rows of these are counted, at these rates. */
  rates?: Record<string, number>;
  /**
   * Names of products that count as another one: `{'Mug, white': 'White mug'}`. Capitals and blanks make no difference, and a name that
   * is not in the file does no harm.
   */
  product_names?: Record<string, string>;
  /**
   * At what a column of the file has one value, by its header, where orders are told apart by it; 'ignore': by this one they are not. What
   * is read as a field keeps to that.
   */
  attributes?: Record<string, AttributeLevel | 'ignore'>;
  /** What day numbers of a spreadsheet count from; '1900' unless said. Workbooks say it themselves. */
  date_system?: '1900' | '1904';
}

export type Occasion = 'usual' | 'order' | 'day';

export type CustomerType = 'final' | 'dealer' | 'staff';

/** What kind of customer each is, besides what a mapped column says. */
export interface CustomerTypeChoices {
  /** What the texts of the column mean, where their words do not say it. */
  values?: Record<string, CustomerType>;
  /** A customer whose orders hold so many pieces, at the median, is a dealer. */
  median_quantity?: number;
}

/** Who counts as one customer where a file has more than one of id, e-mail and phone. */
export interface IdentityChoices {
  /** 'on' unless said: ids, e-mails and phones that meet on one order are one customer. */
  merge?: 'on' | 'off';
  /** Ids, e-mails and phones that are joined to nobody. */
  apart?: string[];
  /** Country prefix of phone numbers that are written without one, for instance '84'. */
  phone_prefix?: string;
}

export interface FileChoice {
  name: string;
  role?: TableRole;
  /** Path of a table inside a zip. */
  member?: string;
  sheet?: string;
  /** WHATWG label, for instance 'windows-1258'; else it is found out. */
  encoding?: string;
  /** Opens an encrypted workbook. Never kept: `withoutPasswords` takes it out of what is stored or reported. */
  password?: string;
  dialect?: Partial<Dialect>;
  header?: boolean;
  /** Rows that were taken out of the kept file with the customers who were forgotten. */
  forgotten?: number;
}

/** Our field ← their column: a header, a 0-based column number, or null for "this file has none". */
export type FieldMap = Partial<Record<Field, string | number | null>>;

/** What one order is: rows with one number, alone or with the branch, the day or both; each row; or what a customer buys on one day. */
export type OrderGrain =
  'order_id' | 'order_and_branch' | 'order_and_day' | 'order_branch_and_day' | 'row' | 'customer_day';
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type RuleAction = 'drop' | 'keep' | 'refund';

export interface ValidChoices {
  cancelled: 'drop' | 'keep';
  zero_net: 'drop' | 'keep';
  fully_refunded: 'drop' | 'keep';
}

/** The fields a column can be mapped to, in the order the mapping page shows them. */
export const FIELDS = [
  'date',
  'time',
  'order_id',
  'customer',
  'email',
  'phone',
  'customer_name',
  'amount',
  'quantity',
  'unit_price',
  'discount',
  'tax',
  'shipping',
  'total',
  'refund',
  'currency',
  'product',
  'sku',
  'category',
  'country',
  'channel',
  'discount_code',
  'status',
  'cancelled_at',
  'row_type',
  'refund_of',
  'cost',
  'customer_type',
  'staff',
  'branch',
  'referred_by',
  'delivered_at',
  'consent',
  'birthday',
] as const;
export type Field = (typeof FIELDS)[number];

/** The fields that can tell who bought. */
export const IDENTITY_FIELDS = ['customer', 'email', 'phone', 'customer_name'] as const satisfies Field[];

/** How a text file is cut into cells. */
export interface Dialect {
  layout: 'delimited' | 'blank_aligned';
  delimiter: string;
  /** '"', "'" or '' for none. */
  quote: string;
  /** Character that escapes a quote inside quotes, usually the quote itself. */
  escape: string;
  has_header: boolean;
  /** Lines before the header (or before the first row) that are not part of the table. */
  skip_lines: number;
}
