import type { Profile } from '../profile';

/** As the English list, with German names and texts. */
export default {
  id: 'paypal-german',
  name: 'PayPal-Aktivitäten',
  seen: 'sample',
  fingerprint: ['Absender E-Mail-Adresse', 'Zugehöriger Transaktionscode', 'Brutto'],
  fields: {
    order_id: ['Transaktionscode'],
    refund_of: ['Zugehöriger Transaktionscode'],
    date: ['Datum'],
    time: ['Uhrzeit'],
    email: ['Absender E-Mail-Adresse'],
    customer_name: ['Name'],
    amount: ['Brutto'],
    tax: ['Umsatzsteuer'],
    shipping: ['Versand- und Bearbeitungsgebühr'],
    currency: ['Währung'],
    quantity: ['Anzahl'],
    product: ['Artikelbezeichnung'],
    country: ['Land'],
    row_type: ['Typ'],
    status: ['Status'],
  },
  less: [['Umsatzsteuer'], ['Versand- und Bearbeitungsgebühr']],
  rows: {
    type: {
      sale: ['(?!.*(aus|ein|rück)zahlung).*zahlung'],
      refund: ['.*rückzahlung', '.*rückerstattung', '.*rückbuchung'],
      other: 'other',
    },
    outgoing_is_other: true,
  },
  excluded: ['ausstehend', 'abgelehnt', 'storniert'],
  amount_level: 'line',
  refunds: {
    includes_tax: true,
  },
} satisfies Profile;
