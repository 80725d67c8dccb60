import type { AsideReason, MappingProblems } from '../../domain/said/file-problems';
import type { Wording } from '../../domain/said/said';
import { format } from '../format';
import type { Told } from '../written';
import { exportsWithoutSales } from './exports-without-sales';

/** Why rows are set aside, as the end of a sentence. */
const ASIDE: Record<AsideReason, string> = {
  ragged_row: 'they have more cells than the header',
  blank_row: 'nothing stands in the columns that are used',
  unreadable_date: 'their date cannot be read',
  unreadable_amount: 'their amount cannot be read',
  sentinel_date: 'their date is one that programs write where they know none',
  future_date: "their date is still to come by this computer's clock, which may be wrong",
  other_currency: 'they are in another currency',
  cancelled_document: 'they cancel other documents',
  zero_price: 'their price is zero',
  negative_quantity: 'their quantity is below zero',
  negative_amount: 'their amount is below zero',
  no_customer: 'they name nobody as the buyer',
  refund_row: 'the file calls them refunds',
  other_row: 'the file calls them something else than sales',
  total_row: 'they are sums',
  heading_row: 'they are headings or notes',
};

const THE_ORDERS = 'Export the orders themselves, each with its date and its customer, and drop that file.';
const ordersBeside = (list: string): string =>
  `Export the orders, each with its date and its customer, and drop that file; the list of ${list} can be dropped beside it.`;

export const mappingProblems: Wording<MappingProblems, Told> = {
  ...exportsWithoutSales,
  'list-of-customers': () => ({
    message: 'This is a list of customers, one row each: it does not say when they bought what.',
    next: ordersBeside('customers'),
  }),
  'list-of-products': () => ({
    message: 'This is a list of products: it does not say who bought them, or when.',
    next: ordersBeside('products'),
  }),
  'no-dates': () => ({
    message: 'This file has no dates: it may be a summary or a list of articles, not of orders.',
    next: THE_ORDERS,
  }),
  'list-of-payouts': () => ({
    message: 'This file lists payouts: what a bank account got, without customers.',
    next: THE_ORDERS,
  }),
  'account-statement': () => ({
    message:
      'This file is a statement of an account: fees, deposits and sales in one list, without orders or customers.',
    next: THE_ORDERS,
  }),
  'no-order-date': () => ({
    message: 'Without dates nobody can be seen to come back: no column of this file is the date of an order.',
    next: 'Export the orders with the day on which each was placed.',
  }),
  'unreadable-column': ({ name, line, column, example, as }) => {
    const what = as === 'date' ? 'a date' : 'a number';
    return {
      message: `${name}, line ${line}: "${example}" in column "${column}" is not ${what} that can be read, nor is any other value of that column.`,
      next: `Choose the column that holds ${what} in every row, or write this one as ${what} in your shop or spreadsheet and export again.`,
    };
  },
  'nothing-used': ({ name, rows_read, rows, reason }) => ({
    message: `${name}: none of its ${format.count(rows_read)} rows can be counted. The reason${rows === rows_read ? '' : ` of ${format.count(rows)} of them`}: ${ASIDE[reason]}.`,
    next: 'Check which columns are read as the date and the amount, or export the orders again.',
  }),
  'unknown-field': ({ field, nearest }) => ({
    message: `"${field}" is not one of our fields.`,
    next: `Did you mean "${nearest}"?`,
  }),
  'unknown-column': ({ column, field, nearest }) => ({
    message: `The file has no column "${column}" (wanted for ${field}).`,
    next: `Did you mean "${nearest}"?`,
  }),
  'unknown-column-number': ({ number, last }) => ({
    message: `The file has no column number ${number}: its columns are numbered 0 to ${last}.`,
    next: 'Name the column by its header.',
  }),
  'not-a-mapping': ({ name }) => ({
    message: `${name} is not a mapping that was saved here.`,
    next: 'Choose the .json file that “Save this mapping” wrote.',
  }),
  'newer-mapping': ({ name }) => ({
    message: `${name} was saved by a newer version.`,
    next: 'Reload the page to get that version, and load the mapping again.',
  }),
  'not-taken-out': ({ name, row }) => ({
    message: `${name}, row ${format.count(row)}: this row names the customer too, and nothing says whose it is. Nothing was changed.`,
    next: 'Take the customer out of the files themselves, and open them again.',
  }),
};
