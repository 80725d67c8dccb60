import type { Profile } from '../profile';

/** A row a charge, failed ones too. Tax beside the fee is tax on the fee, not on the sale. */
export default {
  id: 'stripe-payments',
  name: 'Stripe payments',
  seen: 'sample',
  fingerprint: ['Created (UTC)', 'Amount Refunded', 'Captured'],
  fields: {
    order_id: ['id'],
    date: ['Created (UTC)'],
    customer: ['Customer ID'],
    email: ['Customer Email'],
    amount: ['Amount'],
    refund: ['Amount Refunded'],
    currency: ['Currency'],
    product: ['Description'],
    status: ['Status'],
  },
  amount_level: 'line',
  excluded: ['failed', 'requires_.*', 'cancell?ed', 'blocked', 'uncaptured'],
  refunds: {
    flags: [
      {
        column: ['Status'],
        values: ['refunded'],
      },
    ],
  },
} satisfies Profile;
