import type { Profile } from '../profile';

/** A ledger of fees and credits, without buyers. */
export default {
  id: 'lazada-transactions',
  name: 'Lazada transactions',
  seen: 'memory',
  fingerprint: ['Transaction Date', 'Fee Name', 'Transaction Number', 'Lazada SKU'],
  fields: {},
  refuse: {
    message: 'This file is a statement of Lazada: fees and credits, a row each, without buyers.',
    next: 'In Lazada Seller Center, open Orders, choose Export and drop that file.',
  },
} satisfies Profile;
