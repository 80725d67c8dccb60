import type { Profile } from '../profile';

/** A row an invoice. The subtotal is before the discount, without tax. An open invoice is a sale; one that was given up is none. */
export default {
  id: 'stripe-invoices',
  name: 'Stripe invoices',
  seen: 'memory',
  fingerprint: ['Amount Due', 'Number', 'Subtotal', 'Total Discount Amount', 'Applied Coupons'],
  fields: {
    order_id: ['Number', 'id'],
    date: ['Date (UTC)'],
    customer: ['Customer'],
    email: ['Customer Email'],
    customer_name: ['Customer Name'],
    amount: ['Subtotal'],
    discount: ['Total Discount Amount'],
    tax: ['Tax'],
    total: ['Total'],
    currency: ['Currency'],
    discount_code: ['Applied Coupons'],
    status: ['Status'],
  },
  amount_level: 'line',
  less: [['Total Discount Amount']],
  excluded: ['uncollectible'],
} satisfies Profile;
