import type { Profile } from '../profile';

/** A row a payment; an order can be paid in parts. The amount is without tip; tax cannot be told from it. */
export default {
  id: 'toast-payments',
  name: 'Toast payment details',
  seen: 'sample',
  fingerprint: ['Payment Id', 'House Acct #', 'Refund Amount'],
  fields: {
    order_id: ['Order Id'],
    date: ['Paid Date'],
    email: ['Email'],
    phone: ['Phone'],
    amount: ['Amount'],
    total: ['Total'],
    refund: ['Refund Amount'],
    channel: ['Source'],
    status: ['Status'],
  },
  amount_level: 'line',
  date_order: 'mdy',
} satisfies Profile;
