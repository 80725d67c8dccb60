import type { Profile } from '../profile';

/**
 * Orders export of Shopify's admin: a row an item, the order's own money only on the first row of each order.
 * Subtotal is after discounts and before tax and shipping; Refunded Amount includes both.
 */
export default {
  id: 'shopify-orders',
  name: 'Shopify orders export',
  seen: 'sample',
  fingerprint: ['Name', 'Financial Status', 'Lineitem name', 'Lineitem quantity', 'Subtotal', 'Created at'],
  fields: {
    order_id: ['Name'],
    date: ['Created at'],
    email: ['Email'],
    phone: ['Phone', 'Billing Phone'],
    customer_name: ['Billing Name', 'Shipping Name'],
    amount: ['Subtotal'],
    discount: ['Discount Amount'],
    tax: ['Taxes'],
    shipping: ['Shipping'],
    total: ['Total'],
    refund: ['Refunded Amount'],
    currency: ['Currency'],
    quantity: ['Lineitem quantity'],
    unit_price: ['Lineitem price'],
    product: ['Lineitem name'],
    sku: ['Lineitem sku'],
    country: ['Shipping Country', 'Billing Country'],
    channel: ['Source'],
    discount_code: ['Discount Code'],
    status: ['Financial Status'],
    cancelled_at: ['Cancelled at'],
  },
  amount_level: 'order_first_row',
  amount_from: 'amount',
  refunds: { includes_tax: true },
} satisfies Profile;
