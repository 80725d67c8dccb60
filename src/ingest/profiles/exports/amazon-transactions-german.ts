import type { Profile } from '../profile';

/** As the English ledger: promotions are negative on orders and come back on refunds; fees and transfers are left out. No buyers. */
export default {
  id: 'amazon-transactions-german',
  name: 'Amazon Transaktionen (Deutschland)',
  seen: 'importer',
  fingerprint: ['Abrechnungsnummer', 'Datum/Uhrzeit', 'Umsätze'],
  fields: {
    order_id: ['Bestellnummer'],
    date: ['Datum/Uhrzeit'],
    amount: ['Umsätze'],
    quantity: ['Menge'],
    tax: ['Produktumsatzsteuer'],
    shipping: ['Gutschrift für Versandkosten'],
    sku: ['sku', 'SKU'],
    product: ['Beschreibung'],
    channel: ['Marketplace'],
    row_type: ['Typ'],
  },
  amount_level: 'line',
  plus: [['Rabatte aus Werbeaktionen']],
  rows: { type: { sale: ['bestellung'], refund: ['erstattung'], other: 'other' }, outgoing_is_other: true },
} satisfies Profile;
