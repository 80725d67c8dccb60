import type { Profile } from '../profile';

/** A row an item; the price is for all its pieces. The e-mail is an alias, the same for one buyer. */
export default {
  id: 'amazon-unshipped',
  name: 'Amazon new orders',
  seen: 'sample',
  fingerprint: ['order-item-id', 'payments-date', 'buyer-email'],
  fields: {
    order_id: ['order-id'],
    date: ['purchase-date'],
    email: ['buyer-email'],
    phone: ['buyer-phone-number'],
    customer_name: ['buyer-name'],
    amount: ['item-price'],
    quantity: ['quantity-purchased'],
    tax: ['item-tax'],
    shipping: ['shipping-price'],
    currency: ['currency'],
    product: ['product-name'],
    sku: ['sku'],
    country: ['ship-country'],
    channel: ['sales-channel'],
  },
  amount_level: 'line',
} satisfies Profile;
