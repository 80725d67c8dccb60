import type { Profile } from '../profile';

/** A ledger of fees and credits, without buyers. */
export default {
  id: 'lazada-transactions',
  name: 'Lazada transactions',
  seen: 'memory',
  fingerprint: ['Transaction Date', 'Fee Name', 'Transaction Number', 'Lazada SKU'],
  fields: {},
  refuse: { id: 'lazada-transactions', values: {} },
} satisfies Profile;
