import type { Profile } from '../profile';

/** A row an order; the amount is after discounts, before tax and tip. The file names no customer. */
export default {
  id: 'toast-orders',
  name: 'Toast order details',
  seen: 'sample',
  fingerprint: ['# of Guests', 'Tab Names', 'Revenue Center'],
  fields: {
    order_id: ['Order Id'],
    date: ['Opened'],
    amount: ['Amount'],
    tax: ['Tax'],
    discount: ['Discount Amount'],
    total: ['Total'],
    channel: ['Order Source', 'Revenue Center'],
    status: ['Voided'],
  },
  amount_level: 'line',
  excluded: ['true', 'yes', '1'],
  date_order: 'mdy',
} satisfies Profile;
