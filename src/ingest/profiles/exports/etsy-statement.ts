import type { Profile } from '../profile';

/** A ledger of fees, deposits and sales, without customers. */
export default {
  id: 'etsy-statement',
  name: 'Etsy payment statement',
  seen: 'documentation',
  fingerprint: ['Fees & Taxes', 'Tax Details', 'Info'],
  fields: {},
  refuse: { id: 'etsy-statement', values: {} },
} satisfies Profile;
