import type { Profile } from '../profile';

/** A ledger: orders, refunds, fees, payouts; -- stands for nothing. */
export default {
  id: 'ebay-transactions',
  name: 'eBay transactions',
  seen: 'documentation',
  fingerprint: ['Transaction creation date', 'Item subtotal', 'Gross transaction amount'],
  fields: {
    order_id: ['Order number'],
    date: ['Transaction creation date'],
    customer: ['Buyer username'],
    customer_name: ['Buyer name'],
    amount: ['Item subtotal'],
    quantity: ['Quantity'],
    tax: ['Seller collected tax'],
    shipping: ['Shipping and handling'],
    currency: ['Transaction currency'],
    product: ['Item title'],
    sku: ['Custom label'],
    country: ['Ship to country'],
    row_type: ['Type'],
  },
  amount_level: 'line',
  rows: {
    type: {
      sale: ['order'],
      refund: ['refund'],
      other: 'other',
    },
    outgoing_is_other: true,
  },
} satisfies Profile;
