import type { Profile } from '../profile';

/** A row a payment or a refund; a refund has negative amounts and the number of its sale. Date and time stand apart. */
export default {
  id: 'square-transactions',
  name: 'Square transactions',
  seen: 'sample',
  fingerprint: ['Gross Sales', 'Total Collected', 'PAN Suffix', 'Transaction ID'],
  fields: {
    order_id: ['Transaction ID'],
    date: ['Date'],
    time: ['Time'],
    customer: ['Customer ID', 'Customer Reference ID'],
    customer_name: ['Customer Name'],
    amount: ['Net Sales'],
    tax: ['Tax'],
    discount: ['Discounts'],
    channel: ['Channel', 'Location'],
    row_type: ['Event Type'],
    status: ['Transaction Status'],
  },
  amount_level: 'line',
  rows: {
    type: {
      sale: ['payment', 'sale', 'custom sale'],
      refund: ['refund', 'partial refund'],
      other: 'sale',
    },
  },
} satisfies Profile;
