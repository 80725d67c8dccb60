import type { Profile } from '../profile';

/** A row an item. Shipping and tax are those of the order, repeated. Month first, whatever the language. */
export default {
  id: 'etsy-items',
  name: 'Etsy sold order items',
  seen: 'sample',
  fingerprint: ['Listings Type', 'Item Total', 'Order Shipping'],
  fields: {
    order_id: ['Order ID'],
    date: ['Sale Date', 'Date Paid'],
    customer: ['Buyer'],
    customer_name: ['Ship Name'],
    amount: ['Item Total'],
    quantity: ['Quantity'],
    unit_price: ['Price'],
    discount: ['Discount Amount'],
    tax: ['Order Sales Tax'],
    shipping: ['Order Shipping'],
    currency: ['Currency'],
    product: ['Item Name'],
    sku: ['SKU'],
    country: ['Ship Country'],
    discount_code: ['Coupon Code'],
  },
  amount_level: 'line',
  date_order: 'mdy',
} satisfies Profile;
