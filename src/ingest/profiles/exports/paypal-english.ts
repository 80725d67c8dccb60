import type { Profile } from '../profile';

/** A ledger: payments, refunds, withdrawals, conversions, holds. A refund names its payment; money paid to others is no refund. */
export default {
  id: 'paypal-english',
  name: 'PayPal activity',
  seen: 'sample',
  fingerprint: ['From Email Address', 'Reference Txn ID', 'Gross'],
  fields: {
    order_id: ['Transaction ID'],
    refund_of: ['Reference Txn ID'],
    date: ['Date'],
    time: ['Time'],
    email: ['From Email Address'],
    customer_name: ['Name'],
    amount: ['Gross'],
    tax: ['Sales Tax'],
    shipping: ['Shipping and Handling Amount'],
    currency: ['Currency'],
    quantity: ['Quantity'],
    product: ['Item Title'],
    country: ['Country'],
    row_type: ['Type'],
    status: ['Status'],
  },
  less: [['Sales Tax'], ['Shipping and Handling Amount']],
  rows: {
    type: {
      sale: ['.*payment', '.*payment received'],
      refund: ['.*refund', '.*chargeback', 'payment reversal'],
      other: 'other',
    },
    outgoing_is_other: true,
  },
  excluded: ['pending', 'denied', 'cancell?ed'],
  amount_level: 'line',
  refunds: {
    includes_tax: true,
  },
} satisfies Profile;
