import type { Profile } from '../profile';

/** A row a piece: three of one article are three rows. States are those of the piece. */
export default {
  id: 'lazada-orders',
  name: 'Lazada orders',
  seen: 'documentation',
  fingerprint: ['orderItemId', 'lazadaId', 'paidPrice'],
  fields: {
    order_id: ['orderNumber'],
    date: ['createTime'],
    email: ['customerEmail'],
    phone: ['shippingPhone', 'billingPhone'],
    customer_name: ['customerName'],
    amount: ['paidPrice'],
    unit_price: ['unitPrice'],
    shipping: ['shippingFee'],
    refund: ['refundAmount'],
    product: ['itemName'],
    sku: ['sellerSku'],
    country: ['shippingCountry'],
    status: ['status'],
  },
  amount_level: 'line',
  excluded: ['cancell?ed', 'returned', 'failed'],
} satisfies Profile;
