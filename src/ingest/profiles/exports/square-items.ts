import type { Profile } from '../profile';

/** A row an item; a refund has negative pieces and amounts. Date and time stand apart. */
export default {
  id: 'square-items',
  name: 'Square items',
  seen: 'sample',
  fingerprint: ['Price Point Name', 'Modifiers Applied', 'Net Sales'],
  fields: {
    order_id: ['Transaction ID'],
    date: ['Date'],
    time: ['Time'],
    customer: ['Customer ID', 'Customer Reference ID'],
    customer_name: ['Customer Name'],
    amount: ['Net Sales'],
    tax: ['Tax'],
    discount: ['Discounts'],
    quantity: ['Qty'],
    product: ['Item'],
    sku: ['SKU'],
    category: ['Category'],
    channel: ['Channel', 'Location'],
    row_type: ['Event Type'],
  },
  amount_level: 'line',
  rows: {
    type: {
      sale: ['payment', 'sale'],
      refund: ['refund', 'partial refund'],
      other: 'sale',
    },
  },
} satisfies Profile;
