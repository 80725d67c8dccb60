import type { Profile } from '../profile';

/** A ledger of what was paid out, a row an amount, without buyers. */
export default {
  id: 'amazon-settlement',
  name: 'Amazon settlement',
  seen: 'memory',
  fingerprint: ['settlement-id', 'transaction-type', 'amount-type', 'amount-description'],
  fields: {},
  refuse: {
    message:
      'This file is a settlement of Amazon: a row for each part of each amount, fees and transfers among them, without buyers.',
    next: 'In Seller Central, open Reports, Fulfilment or Order Reports, request All Orders and drop that file.',
  },
} satisfies Profile;
