import type { Profile } from '../profile';

/** As the English list: a row with the order's sums, then a row an article without a total. Dates have German or English months. */
export default {
  id: 'ebay-orders-german',
  name: 'eBay Bestellungen',
  seen: 'importer',
  fingerprint: ['Verkaufsprotokollnummer', 'Bestellnummer', 'Nutzername des Käufers', 'Gesamtbetrag'],
  fields: {
    order_id: ['Bestellnummer'],
    date: ['Verkauft am', 'Zahlungsdatum'],
    customer: ['Nutzername des Käufers'],
    email: ['E-Mail des Käufers'],
    customer_name: ['Name des Käufers'],
    amount: ['Verkauft für'],
    quantity: ['Anzahl'],
    total: ['Gesamtbetrag'],
    shipping: ['Verpackung und Versand'],
    product: ['Angebotstitel'],
    sku: ['Bestandseinheit', 'Artikelnummer'],
    country: ['Land des Käufers', 'Versand nach Land'],
  },
  amount_level: 'line',
  rows: { only_filled: ['Gesamtbetrag'] },
} satisfies Profile;
