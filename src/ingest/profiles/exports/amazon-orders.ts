import type { Profile } from '../profile';

/** A row an item; the price is for all its pieces. The report names no buyer: sales only. */
export default {
  id: 'amazon-orders',
  name: 'Amazon orders',
  seen: 'sample',
  fingerprint: ['amazon-order-id', 'merchant-order-id', 'item-price'],
  fields: {
    order_id: ['amazon-order-id'],
    date: ['purchase-date'],
    amount: ['item-price'],
    quantity: ['quantity'],
    discount: ['item-promotion-discount'],
    tax: ['item-tax'],
    shipping: ['shipping-price'],
    currency: ['currency'],
    product: ['product-name'],
    sku: ['sku'],
    country: ['ship-country'],
    channel: ['sales-channel'],
    status: ['order-status', 'item-status'],
  },
  amount_level: 'line',
  less: [['item-promotion-discount']],
  excluded: ['cancell?ed', 'pending'],
} satisfies Profile;
