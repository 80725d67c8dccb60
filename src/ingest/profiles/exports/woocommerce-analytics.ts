import type { Profile } from '../profile';

/** A row an order; a refund is a row of its own with a negative net revenue. The customer is a name. */
export default {
  id: 'woocommerce-analytics',
  name: 'WooCommerce Analytics orders',
  seen: 'memory',
  fingerprint: ['N. Revenue', 'Customer type', 'Order #'],
  fields: {
    order_id: ['Order #'],
    date: ['Date'],
    customer: ['Customer'],
    amount: ['N. Revenue'],
    product: ['Product(s)'],
    discount_code: ['Coupon(s)'],
    channel: ['Attribution'],
    status: ['Status'],
  },
  amount_level: 'line',
} satisfies Profile;
