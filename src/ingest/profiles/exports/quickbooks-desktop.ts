import type { Profile } from '../profile';

/** A report: a heading row a customer, the rows of its sales, a row with its total. A credit memo is a refund. */
export default {
  id: 'quickbooks-desktop',
  name: 'QuickBooks Desktop Sales by Customer Detail',
  seen: 'memory',
  fingerprint: ['Type', 'Num', 'Memo', 'Name', 'Item', 'Sales Price', 'Balance'],
  fields: {
    order_id: ['Num'],
    date: ['Date'],
    customer: ['Name'],
    amount: ['Amount'],
    quantity: ['Qty'],
    unit_price: ['Sales Price'],
    product: ['Item'],
    row_type: ['Type'],
  },
  amount_level: 'line',
  rows: {
    type: {
      sale: ['invoice', 'sales receipt', 'sale'],
      refund: ['credit memo', 'refund( receipt)?'],
      other: 'other',
    },
  },
} satisfies Profile;
