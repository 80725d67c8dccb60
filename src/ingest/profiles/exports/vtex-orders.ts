import type { Profile } from '../profile';

/** A row an article: its selling price has discounts and promotions applied. The order's total and freight are repeated. */
export default {
  id: 'vtex-orders',
  name: 'VTEX orders',
  seen: 'documentation',
  fingerprint: ['Sequence', 'Creation Date', 'Client Name', 'SKU Selling Price', 'Quantity_SKU'],
  fields: {
    order_id: ['Order'],
    date: ['Creation Date'],
    customer: ['Client Document'],
    email: ['Email'],
    phone: ['Phone'],
    customer_name: ['Client Name'],
    quantity: ['Quantity_SKU'],
    unit_price: ['SKU Selling Price'],
    total: ['Total Value'],
    product: ['SKU Name'],
    sku: ['Reference Code', 'ID_SKU'],
    currency: ['Currency Code'],
    country: ['Country'],
    channel: ['Origin', 'SalesChannel'],
    discount_code: ['Coupon'],
    status: ['Status'],
  },
  amount_level: 'line',
  amount_from: 'price_times_quantity',
} satisfies Profile;
