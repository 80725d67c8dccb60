import type { Profile } from '../profile';

/**
 * A row an article, without buyers. The gross price includes VAT, the net one does not. A refund is a receipt of its own and names the
 * transaction that it takes back.
 */
export default {
  id: 'sumup-sales',
  name: 'SumUp sales report',
  seen: 'importer',
  fingerprint: ['Transaction ID', 'Receipt Number', 'Price (Gross)', 'Price (Net)'],
  fields: {
    order_id: ['Transaction ID'],
    refund_of: ['Transaction refunded'],
    date: ['Date'],
    time: ['Time'],
    amount: ['Price (Net)'],
    tax: ['Tax'],
    total: ['Price (Gross)'],
    quantity: ['Quantity'],
    product: ['Description'],
    currency: ['Currency'],
    channel: ['Payment Method'],
    row_type: ['Type'],
  },
  amount_level: 'line',
  rows: { type: { sale: ['sales?'], refund: ['refunds?'], other: 'other' } },
  date_order: 'dmy',
} satisfies Profile;
