import type { Profile } from '../profile';

/** A row an order. The total includes tax, shipping and fees; tax of the shipping stands apart. Customer 0 is a guest. */
export default {
  id: 'woocommerce-webtoffee',
  name: 'WooCommerce orders by WebToffee',
  seen: 'sample',
  fingerprint: ['wt_import_key', 'order_number', 'order_total'],
  fields: {
    order_id: ['order_number', 'order_id'],
    date: ['order_date', 'paid_date'],
    customer: ['customer_id'],
    email: ['billing_email', 'customer_email'],
    phone: ['billing_phone'],
    amount: ['order_total'],
    discount: ['discount_total'],
    tax: ['tax_total'],
    shipping: ['shipping_total'],
    currency: ['order_currency'],
    country: ['billing_country', 'shipping_country'],
    status: ['status'],
    discount_code: ['coupon_items'],
  },
  amount_level: 'line',
  less: [['tax_total'], ['shipping_total'], ['shipping_tax_total'], ['fee_total'], ['fee_tax_total']],
  refunds: {
    flags: [
      {
        column: ['status'],
        values: ['(wc-)?refunded'],
      },
    ],
  },
  excluded: ['(wc-)?pending', '(wc-)?trash', '(wc-)?failed'],
} satisfies Profile;
