import type { Profile } from '../profile';

/** A row with the receipt's sums, then its items and payments: the sums count. */
export default {
  id: 'lightspeed-sales',
  name: 'Lightspeed sales history',
  seen: 'memory',
  fingerprint: ['Line Type', 'AccountCodeSale', 'Receipt Number'],
  fields: {
    order_id: ['Receipt Number'],
    date: ['Date'],
    customer: ['Customer Code'],
    customer_name: ['Customer Name'],
    amount: ['Total'],
    tax: ['Sales Tax'],
    discount: ['Discount'],
    quantity: ['Quantity'],
    product: ['Details'],
    sku: ['Sku'],
    channel: ['Register'],
    row_type: ['Line Type'],
    status: ['Status'],
  },
  amount_level: 'line',
  less: [['Sales Tax']],
  rows: {
    type: {
      sale: ['sale'],
      refund: ['return', 'refund'],
      other: 'other',
    },
  },
} satisfies Profile;
