import type { Profile } from '../profile';

/** A ledger of what was paid out, a row an amount, without buyers. */
export default {
  id: 'amazon-settlement',
  name: 'Amazon settlement',
  seen: 'memory',
  fingerprint: ['settlement-id', 'transaction-type', 'amount-type', 'amount-description'],
  fields: {},
  refuse: { id: 'amazon-settlement', values: {} },
} satisfies Profile;
