import type { Profile } from '../profile';

/** A row an invoice; the amount includes tax. Credit notes are a list of their own. */
export default {
  id: 'chargebee-invoices',
  name: 'Chargebee invoices',
  seen: 'memory',
  fingerprint: ['Invoice Number', 'Subscription Id', 'Amount Adjusted'],
  fields: {
    order_id: ['Invoice Number'],
    date: ['Invoice Date', 'Paid On'],
    customer: ['Customer Id'],
    email: ['Customer Email'],
    amount: ['Amount'],
    tax: ['Tax Total'],
    discount: ['Discount Total'],
    currency: ['Currency Code'],
    status: ['Status'],
  },
  amount_level: 'line',
  less: [['Tax Total']],
  excluded: ['voided', 'not_paid'],
} satisfies Profile;
