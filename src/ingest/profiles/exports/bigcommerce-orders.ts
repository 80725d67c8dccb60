import type { Profile } from '../profile';

/**
 * A row an order. The total without tax has coupons taken off; store credit and gift certificates pay like money and are not taken off it.
 * Customer 0 is a guest.
 */
export default {
  id: 'bigcommerce-orders',
  name: 'BigCommerce orders',
  seen: 'importer',
  fingerprint: ['Order ID', 'Subtotal (ex tax)', 'Order Total (ex tax)', 'Gift Certificate Amount Redeemed'],
  fields: {
    order_id: ['Order ID'],
    date: ['Order Date'],
    customer: ['Customer ID'],
    email: ['Customer Email', 'Billing Email'],
    phone: ['Customer Phone', 'Billing Phone'],
    customer_name: ['Customer Name'],
    amount: ['Order Total (ex tax)'],
    tax: ['Tax Total'],
    shipping: ['Shipping Cost (ex tax)'],
    total: ['Order Total (inc tax)'],
    refund: ['Refund Amount'],
    currency: ['Order Currency Code'],
    quantity: ['Total Quantity'],
    product: ['Product Details'],
    country: ['Shipping Country', 'Billing Country'],
    channel: ['Channel Name'],
    status: ['Order Status'],
  },
  amount_level: 'line',
  less: [['Shipping Cost (ex tax)'], ['Handling Cost (ex tax)']],
  refunds: { includes_tax: true },
  excluded: ['incomplete', 'pending'],
} satisfies Profile;
