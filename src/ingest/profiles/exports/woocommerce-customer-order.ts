import type { Profile } from '../profile';

/** A row an order, its items packed in one cell. The total includes tax and shipping. Customer 0 is a guest. */
export default {
  id: 'woocommerce-customer-order',
  name: 'WooCommerce Customer/Order CSV',
  seen: 'documentation',
  fingerprint: ['order_number', 'line_items', 'order_total', 'billing_email'],
  fields: {
    order_id: ['order_number', 'order_id'],
    date: ['date', 'order_date'],
    customer: ['customer_id'],
    email: ['billing_email'],
    phone: ['billing_phone'],
    amount: ['order_total'],
    discount: ['discount_total'],
    tax: ['tax_total'],
    shipping: ['shipping_total'],
    country: ['billing_country', 'shipping_country'],
    status: ['status'],
    discount_code: ['coupons'],
  },
  amount_level: 'line',
  less: [['tax_total'], ['shipping_total'], ['shipping_tax_total']],
  refunds: {
    flags: [
      {
        column: ['status'],
        values: ['(wc-)?refunded'],
      },
    ],
  },
  excluded: ['(wc-)?pending', '(wc-)?failed'],
} satisfies Profile;
