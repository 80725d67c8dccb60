import type { RuleId } from '../../domain/said/rules';

/** What each cleaning rule is about. */
export const rules: Record<RuleId, string> = {
  cancelled_document:
    'Documents that cancel another one (a number such as C536379 with negative amounts) are refunds, not orders.',
  refund_row: 'Rows that the file itself calls a refund, return or credit note are refunds.',
  overlap: 'Rows that stand in two files, the same in every cell, are counted once.',
  other_row:
    'Rows that the file itself calls something else than a sale (fees, payouts, payments) are left out.',
  gift_card:
    'Gift cards that were sold are left out: they are money taken, and the goods count when they are paid with.',
  total_row: 'Rows with a sum of rows above them are left out: they would count twice.',
  heading_row: 'Headings and notes between the rows are left out.',
  cancelled_line: 'Cancelled lines of an order are left out where its other lines count.',
  negative_quantity: 'Rows with a quantity below zero are refunds of what came back.',
  negative_amount: 'Rows with an amount below zero are refunds.',
  zero_price: 'Rows with a price or amount of zero (gifts, samples, stock corrections) are left out.',
  no_customer: 'Rows that do not say who bought stay in sales, outside every customer figure.',
  walk_in:
    'Names, e-mails and numbers that stand for everybody or nobody (Guest, Walk-in, Cash, noemail@, 9999999999) are counted as anonymous.',
  exact_duplicate:
    'Rows that repeat another row in every column are kept: the same article can be rung up twice.',
  id_wrapper: 'Numbers that went through a spreadsheet are cleaned: 17850.0 is read as 17850.',
  sentinel_date:
    'Dates that programs write where they know none (1899-12-30, 1900-01-00, 1970-01-01, 9999-12-31 and the like) are blanks: the row is set aside.',
  unreadable_date: 'Rows whose date cannot be read are set aside.',
  unreadable_amount: 'Rows whose amount, price or quantity cannot be read are set aside.',
  future_date: 'Rows dated after today are set aside.',
  blank_row: 'Rows without any value are left out.',
};
