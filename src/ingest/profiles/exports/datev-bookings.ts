import type { Profile } from '../profile';

/** Entries of a ledger: debits and credits of accounts, payments and purchases among them. */
export default {
  id: 'datev-bookings',
  name: 'DATEV Buchungsstapel',
  seen: 'importer',
  fingerprint: ['Umsatz (ohne Soll/Haben-Kz)', 'Soll/Haben-Kennzeichen', 'Belegdatum'],
  fields: {},
  refuse: { id: 'datev-bookings', values: {} },
} satisfies Profile;
