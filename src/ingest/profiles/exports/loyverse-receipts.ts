import type { Profile } from '../profile';

/** A row a receipt; a refund is a receipt of its own with negative amounts. Customers are named by phone or e-mail, where at all. */
export default {
  id: 'loyverse-receipts',
  name: 'Loyverse receipts',
  seen: 'sample',
  fingerprint: ['Receipt number', 'Receipt type', 'Total collected'],
  fields: {
    order_id: ['Receipt number'],
    date: ['Date'],
    customer: ['Customer contacts'],
    customer_name: ['Customer name'],
    amount: ['Net sales'],
    discount: ['Discounts'],
    tax: ['Taxes'],
    total: ['Total collected'],
    cost: ['Cost of goods'],
    channel: ['Store'],
    row_type: ['Receipt type'],
    status: ['Status'],
  },
  amount_level: 'line',
  rows: {
    type: {
      sale: ['sale'],
      refund: ['refund'],
      other: 'sale',
    },
  },
} satisfies Profile;
