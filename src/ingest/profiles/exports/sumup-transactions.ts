import type { Profile } from '../profile';

/** A row a payment, failed ones too, without buyers: the e-mail is that of the account. The total includes tax and tip. */
export default {
  id: 'sumup-transactions',
  name: 'SumUp transactions',
  seen: 'memory',
  fingerprint: ['Transaction Code', 'Process as', 'Entry mode', 'Tip Amount'],
  fields: {
    order_id: ['Transaction Code', 'Transaction ID'],
    date: ['Date'],
    amount: ['Total'],
    tax: ['Tax Amount', 'VAT'],
    product: ['Description'],
    currency: ['Currency'],
    channel: ['Payment Method', 'Payment type'],
    row_type: ['Transaction Type', 'Type'],
    status: ['Status'],
  },
  amount_level: 'line',
  less: [['Tax Amount', 'VAT'], ['Tip Amount']],
  rows: { type: { sale: ['sale', 'payment'], refund: ['refund', 'charge ?back'], other: 'other' } },
  refunds: { flags: [{ column: ['Status'], values: ['refunded', 'charge ?back'] }] },
} satisfies Profile;
