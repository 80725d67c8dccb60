import type { Profile } from '../profile';

/** Transactions of Shopify Payments: what the bank gets, without customers. */
export default {
  id: 'shopify-payouts',
  name: 'Shopify payouts',
  seen: 'documentation',
  fingerprint: ['Payout Status', 'Payout ID', 'Card Source'],
  fields: {},
  refuse: {
    message:
      'This file lists the payouts of Shopify Payments: what the bank gets, without customers and without orders paid in other ways.',
    next: 'In Shopify, open Orders, choose Export and drop that file.',
  },
} satisfies Profile;
