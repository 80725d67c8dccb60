import type { Profile } from '../profile';

/** A row an article, the order's money on its first. The total includes tax, shipping and fees; a gift card pays like money. */
export default {
  id: 'wix-orders',
  name: 'Wix orders',
  seen: 'memory',
  fingerprint: ['Order number', 'Contact email', 'Quantity refunded', 'Shipping rate'],
  fields: {
    order_id: ['Order number'],
    date: ['Date created'],
    time: ['Time'],
    email: ['Contact email'],
    phone: ['Billing phone', 'Recipient phone'],
    customer_name: ['Billing name', 'Recipient name'],
    amount: ['Total'],
    tax: ['Total tax'],
    shipping: ['Shipping rate'],
    refund: ['Refunded amount'],
    currency: ['Currency'],
    quantity: ['Qty'],
    unit_price: ['Price'],
    product: ['Item'],
    sku: ['SKU'],
    country: ['Delivery country', 'Billing country'],
    discount_code: ['Coupon code'],
    status: ['Payment status'],
  },
  amount_level: 'order_first_row',
  less: [['Total tax'], ['Shipping rate'], ['Additional fees']],
  refunds: { includes_tax: true },
  excluded: ['unpaid', 'not paid'],
} satisfies Profile;
