import type { Profile } from '../profile';

/** A row an article. What fans give on top is a sale; Bandcamp's share and the fees of the payment are not taken off. Payouts are left out. */
export default {
  id: 'bandcamp-sales',
  name: 'Bandcamp sales',
  seen: 'memory',
  fingerprint: ['paid to', 'item type', 'item name', 'artist', 'net amount'],
  fields: {
    order_id: ['bandcamp transaction id'],
    date: ['date'],
    email: ['buyer email'],
    phone: ['buyer phone'],
    customer_name: ['buyer name'],
    amount: ['sub total'],
    quantity: ['quantity'],
    unit_price: ['item price'],
    shipping: ['shipping'],
    tax: ['seller tax'],
    currency: ['currency'],
    product: ['item name'],
    sku: ['sku', 'catalog number'],
    country: ['country', 'ship to country'],
    discount_code: ['discount code'],
    row_type: ['item type'],
  },
  amount_level: 'line',
  plus: [['additional fan contribution']],
  rows: {
    type: {
      sale: ['album', 'track', 'package', 'subscription', 'bundle', 'discography', 'merch'],
      refund: ['refund', 'reversal'],
      other: 'other',
    },
  },
  date_order: 'mdy',
} satisfies Profile;
