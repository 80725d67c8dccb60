import type { Profile } from '../profile';

/** A ledger of fees, deposits and sales, without customers. */
export default {
  id: 'etsy-statement',
  name: 'Etsy payment statement',
  seen: 'documentation',
  fingerprint: ['Fees & Taxes', 'Tax Details', 'Info'],
  fields: {},
  refuse: {
    message:
      'This file is a statement of an Etsy payment account: fees, deposits and sales in one list, without customers.',
    next: 'In Etsy, open Settings, Options, Download Data, choose Order Items or Orders and drop that file.',
  },
} satisfies Profile;
