import type { Profile } from '../profile';

/** A report: a heading row a customer, the rows of its sales, a row with its total. A credit memo is a refund. */
export default {
  id: 'quickbooks-sales-detail',
  name: 'QuickBooks Sales by Customer Detail',
  seen: 'sample',
  fingerprint: ['Transaction Type', 'Memo/Description', 'Balance', 'Num'],
  fields: {
    order_id: ['Num'],
    date: ['Date', 'Transaction date'],
    amount: ['Amount'],
    quantity: ['Qty', 'Quantity'],
    unit_price: ['Sales Price'],
    product: ['Product/Service', 'Product/Service full name'],
    row_type: ['Transaction Type'],
  },
  amount_level: 'line',
  rows: {
    heading: true,
    type: {
      sale: ['invoice', 'sales receipt', 'sale'],
      refund: ['credit memo', 'refund( receipt)?', 'credit note'],
      other: 'other',
    },
  },
} satisfies Profile;
