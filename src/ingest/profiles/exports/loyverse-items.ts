import type { Profile } from '../profile';

/** A row an item; a refund is a receipt of its own with negative amounts. */
export default {
  id: 'loyverse-items',
  name: 'Loyverse receipts by item',
  seen: 'sample',
  fingerprint: ['Receipt number', 'Modifiers applied', 'Cost of goods'],
  fields: {
    order_id: ['Receipt number'],
    date: ['Date'],
    customer: ['Customer contacts'],
    customer_name: ['Customer name'],
    amount: ['Net sales'],
    discount: ['Discounts'],
    tax: ['Taxes'],
    quantity: ['Quantity'],
    product: ['Item'],
    sku: ['SKU'],
    category: ['Category'],
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
