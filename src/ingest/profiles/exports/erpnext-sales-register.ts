import type { Profile } from '../profile';

/** A row an invoice; the net total is without tax. A return is an invoice of its own with negative amounts. The last row is the total. */
export default {
  id: 'erpnext-sales-register',
  name: 'ERPNext sales register',
  seen: 'memory',
  fingerprint: ['Posting Date', 'Receivable Account', 'Net Total', 'Grand Total'],
  fields: {
    order_id: ['Invoice', 'Voucher'],
    date: ['Posting Date'],
    customer: ['Customer'],
    customer_name: ['Customer Name'],
    amount: ['Net Total'],
    tax: ['Tax Total'],
    total: ['Grand Total', 'Rounded Total'],
    currency: ['Currency'],
    branch: ['Company'],
    country: ['Territory'],
  },
  amount_level: 'line',
} satisfies Profile;
