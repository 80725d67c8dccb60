import type { Profile } from '../profile';

/** Transactions of Shopify Payments: what the bank gets, without customers. */
export default {
  id: 'shopify-payouts',
  name: 'Shopify payouts',
  seen: 'documentation',
  fingerprint: ['Payout Status', 'Payout ID', 'Card Source'],
  fields: {},
  refuse: { id: 'shopify-payouts', values: {} },
} satisfies Profile;
