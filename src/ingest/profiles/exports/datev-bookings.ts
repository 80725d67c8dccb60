import type { Profile } from '../profile';

/** Entries of a ledger: debits and credits of accounts, payments and purchases among them. */
export default {
  id: 'datev-bookings',
  name: 'DATEV Buchungsstapel',
  seen: 'importer',
  fingerprint: ['Umsatz (ohne Soll/Haben-Kz)', 'Soll/Haben-Kennzeichen', 'Belegdatum'],
  fields: {},
  refuse: {
    message:
      'This file is a batch of bookings for DATEV: entries of a ledger, with payments, purchases and taxes among them, and accounts instead of customers.',
    next: 'Export the list of invoices or orders from the program that wrote them (shop, till or invoicing) and drop that file.',
  },
} satisfies Profile;
