import type { Profile } from '../profile';

/** A ledger without buyers: orders, refunds, fees, transfers. Promotions are negative on orders and come back on refunds. */
export default {
  id: 'amazon-transactions',
  name: 'Amazon transactions',
  seen: 'sample',
  fingerprint: ['settlement id', 'product sales', 'date/time'],
  fields: {
    order_id: ['order id'],
    date: ['date/time'],
    amount: ['product sales'],
    quantity: ['quantity'],
    tax: ['product sales tax'],
    shipping: ['shipping credits'],
    sku: ['sku'],
    product: ['description'],
    channel: ['marketplace'],
    row_type: ['type'],
  },
  amount_level: 'line',
  plus: [['promotional rebates']],
  rows: {
    type: {
      sale: ['order'],
      refund: ['refund'],
      other: 'other',
    },
    outgoing_is_other: true,
  },
} satisfies Profile;
