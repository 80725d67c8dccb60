import type { Profile } from '../profile';

/** A row an item, shipping line, discount, refund or payment; Line: Type says which. */
export default {
  id: 'shopify-matrixify',
  name: 'Shopify orders by Matrixify',
  seen: 'memory',
  fingerprint: ['Line: Type', 'Line: Title', 'Command'],
  fields: {
    order_id: ['Name', 'ID'],
    date: ['Created At'],
    customer: ['Customer: ID'],
    email: ['Customer: Email'],
    phone: ['Customer: Phone'],
    amount: ['Line: Total'],
    quantity: ['Line: Quantity'],
    unit_price: ['Line: Price'],
    discount: ['Line: Discount'],
    total: ['Price: Total'],
    currency: ['Currency'],
    product: ['Line: Title'],
    sku: ['Line: SKU'],
    cancelled_at: ['Cancelled At'],
    row_type: ['Line: Type'],
  },
  amount_level: 'line',
  rows: {
    type: {
      sale: ['line item'],
      refund: ['refund line'],
      other: 'other',
    },
  },
} satisfies Profile;
