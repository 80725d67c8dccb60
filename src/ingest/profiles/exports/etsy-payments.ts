import type { Profile } from '../profile';

/** A row a payment. Gross includes shipping, which no column says; fees are not taken off. */
export default {
  id: 'etsy-payments',
  name: 'Etsy direct checkout payments',
  seen: 'importer',
  fingerprint: ['Payment ID', 'Buyer Username', 'Gross Amount', 'Listing Amount'],
  fields: {
    order_id: ['Order ID', 'Payment ID'],
    date: ['Order Date'],
    customer: ['Buyer Username'],
    customer_name: ['Buyer Name'],
    amount: ['Gross Amount'],
    tax: ['VAT Amount'],
    refund: ['Refund Amount'],
    currency: ['Currency'],
    channel: ['Payment Type'],
    status: ['Status'],
  },
  amount_level: 'line',
  less: [['VAT Amount']],
  refunds: { includes_tax: true },
  date_order: 'mdy',
} satisfies Profile;
