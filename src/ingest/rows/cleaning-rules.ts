import type { RuleAction } from '../../domain/choices';

/** What is done with rows of one kind: data that the import page shows, counts and lets a person change. */
export interface CleaningRule {
  id: string;
  /** What the rule is about, as a person reads it. */
  sentence: string;
  allowed: RuleAction[];
  default: RuleAction;
}

export const CLEANING_RULES: CleaningRule[] = [
  {
    id: 'cancelled_document',
    sentence:
      'Documents that cancel another one (a number such as C536379 with negative amounts) are refunds, not orders.',
    allowed: ['refund', 'drop', 'keep'],
    default: 'refund',
  },
  {
    id: 'refund_row',
    sentence: 'Rows that the file itself calls a refund, return or credit note are refunds.',
    allowed: ['refund', 'drop'],
    default: 'refund',
  },
  {
    id: 'overlap',
    sentence: 'Rows that stand in two files, the same in every cell, are counted once.',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'other_row',
    sentence:
      'Rows that the file itself calls something else than a sale (fees, payouts, payments) are left out.',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'gift_card',
    sentence:
      'Gift cards that were sold are left out: they are money taken, and the goods count when they are paid with.',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'total_row',
    sentence: 'Rows with a sum of rows above them are left out: they would count twice.',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'heading_row',
    sentence: 'Headings and notes between the rows are left out.',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'cancelled_line',
    sentence: 'Cancelled lines of an order of which other lines stand are left out.',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'negative_quantity',
    sentence: 'Rows with a quantity below zero are refunds of what came back.',
    allowed: ['refund', 'drop', 'keep'],
    default: 'refund',
  },
  {
    id: 'negative_amount',
    sentence: 'Rows with an amount below zero are refunds.',
    allowed: ['refund', 'drop', 'keep'],
    default: 'refund',
  },
  {
    id: 'zero_price',
    sentence: 'Rows with a price or amount of zero (gifts, samples, stock corrections) are left out.',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'no_customer',
    sentence: 'Rows that do not say who bought stay in sales, outside every customer figure.',
    allowed: ['keep', 'drop'],
    default: 'keep',
  },
  {
    id: 'walk_in',
    sentence:
      'Names, e-mails and numbers that stand for everybody or nobody (Guest, Walk-in, Cash, noemail@, 9999999999) are counted as anonymous.',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'exact_duplicate',
    sentence: 'Rows that repeat another row in every column are kept: the same article can be rung up twice.',
    allowed: ['keep', 'drop'],
    default: 'keep',
  },
  {
    id: 'id_wrapper',
    sentence: 'Numbers that went through a spreadsheet are cleaned: 17850.0 is read as 17850.',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'sentinel_date',
    sentence:
      'Dates that programs write where they know none (1899-12-30, 1900-01-00, 1970-01-01, 9999-12-31 and the like) are blanks: the row is set aside.',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'unreadable_date',
    sentence: 'Rows whose date cannot be read are set aside.',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'unreadable_amount',
    sentence: 'Rows whose amount, price or quantity cannot be read are set aside.',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'future_date',
    sentence: 'Rows dated after today are set aside.',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'blank_row',
    sentence: 'Rows without any value are left out.',
    allowed: ['drop'],
    default: 'drop',
  },
];

/** How a document that cancels another one is recognised: by its number, where its amounts are negative. */
export interface DocumentMark {
  /** Regular expression on the order id, in the dialect that JavaScript and DuckDB share. */
  pattern: string;
  needs_negative: boolean;
  sentence: string;
}

export const documentMark: DocumentMark = {
  pattern: '^[Cc][0-9]+$',
  needs_negative: true,
  sentence: 'The number is a C and digits, and the amounts are negative.',
};
