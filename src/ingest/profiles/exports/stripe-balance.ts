import type { Profile } from '../profile';

/** A ledger: charges, refunds, fees and payouts; a refund names its charge. */
export default {
  id: 'stripe-balance',
  name: 'Stripe balance report',
  seen: 'memory',
  fingerprint: ['balance_transaction_id', 'reporting_category', 'gross'],
  fields: {
    order_id: ['charge_id', 'source_id'],
    date: ['created', 'created_utc'],
    customer: ['customer_id'],
    email: ['customer_email'],
    amount: ['gross'],
    currency: ['currency'],
    product: ['description'],
    row_type: ['reporting_category'],
  },
  amount_level: 'line',
  rows: {
    type: {
      sale: ['charge', 'payment'],
      refund: ['refund', 'charge_failure', 'partial_capture_reversal', 'dispute'],
      other: 'other',
    },
    outgoing_is_other: true,
  },
} satisfies Profile;
