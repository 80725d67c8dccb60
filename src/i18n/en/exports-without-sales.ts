import type { ExportsWithoutSales } from '../../domain/said/file-problems';
import type { Wording } from '../../domain/said/said';
import type { Told } from '../written';

/** Known exports that hold no sales, and which one to take instead. */
export const exportsWithoutSales: Wording<ExportsWithoutSales, Told> = {
  'amazon-settlement': () => ({
    message:
      'This file is a settlement of Amazon: a row for each part of each amount, fees and transfers among them, without buyers.',
    next: 'In Seller Central, open Reports, Fulfilment or Order Reports, request All Orders and drop that file.',
  }),
  'datev-bookings': () => ({
    message:
      'This file is a batch of bookings for DATEV: entries of a ledger, with payments, purchases and taxes among them, and accounts instead of customers.',
    next: 'Export the list of invoices or orders from the program that wrote them (shop, till or invoicing) and drop that file.',
  }),
  'etsy-statement': () => ({
    message:
      'This file is a statement of an Etsy payment account: fees, deposits and sales in one list, without customers.',
    next: 'In Etsy, open Settings, Options, Download Data, choose Order Items or Orders and drop that file.',
  }),
  'lazada-transactions': () => ({
    message: 'This file is a statement of Lazada: fees and credits, a row each, without buyers.',
    next: 'In Lazada Seller Center, open Orders, choose Export and drop that file.',
  }),
  'quickbooks-summary': () => ({
    message: 'This file is a summary: one sum for each customer, without dates or orders.',
    next: 'In QuickBooks, run the report Sales by Customer Detail, export it and drop that file.',
  }),
  'shopify-payouts': () => ({
    message:
      'This file lists the payouts of Shopify Payments: what the bank gets, without customers and without orders paid in other ways.',
    next: 'In Shopify, open Orders, choose Export and drop that file.',
  }),
  'taobao-items': () => ({
    message: 'This file is the list of items of Taobao orders: it has no dates and no buyers.',
    next: 'Export the order list (订单报表, ExportOrderList) and drop that file.',
  }),
};
