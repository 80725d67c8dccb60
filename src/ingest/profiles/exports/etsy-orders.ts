import type { Profile } from '../profile';

/** A row an order. After a refund the adjusted total is lower than the total; 0 or empty means not adjusted. */
export default {
  id: 'etsy-orders',
  name: 'Etsy sold orders',
  seen: 'sample',
  fingerprint: ['Buyer User ID', 'Order Net', 'Adjusted Order Total'],
  fields: {
    order_id: ['Order ID'],
    date: ['Sale Date'],
    customer: ['Buyer User ID', 'Buyer'],
    customer_name: ['Full Name'],
    amount: ['Order Value'],
    discount: ['Discount Amount'],
    tax: ['Sales Tax'],
    shipping: ['Shipping'],
    total: ['Order Total'],
    currency: ['Currency'],
    country: ['Ship Country'],
    sku: ['SKU'],
    discount_code: ['Coupon Code'],
    status: ['Status'],
  },
  amount_level: 'line',
  less: [['Discount Amount']],
  refunds: {
    adjusted_total: ['Adjusted Order Total'],
    includes_tax: true,
  },
  date_order: 'mdy',
} satisfies Profile;
