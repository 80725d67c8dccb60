import type { Profile } from '../profile';

/** A row an item; what belongs to the order is repeated on each (a setting of the plugin can leave it on the first). The total includes tax and shipping. */
export default {
  id: 'woocommerce-advanced',
  name: 'WooCommerce orders by Advanced Order Export',
  seen: 'sample',
  fingerprint: ['Email (Billing)', 'Order Total Amount', 'Order Number'],
  fields: {
    order_id: ['Order Number'],
    date: ['Order Date'],
    email: ['Email (Billing)'],
    phone: ['Phone (Billing)'],
    amount: ['Order Total Amount'],
    discount: ['Cart Discount Amount'],
    tax: ['Order Total Tax Amount'],
    shipping: ['Order Shipping Amount'],
    refund: ['Order Refund Amount'],
    quantity: ['Quantity'],
    unit_price: ['Item Cost'],
    product: ['Item Name', 'Name'],
    sku: ['SKU'],
    country: ['Country Code (Billing)'],
    discount_code: ['Coupons Used', 'Coupon Code'],
    status: ['Order Status'],
  },
  less: [['Order Total Tax Amount'], ['Order Shipping Amount']],
  refunds: {
    includes_tax: true,
  },
  excluded: ['(wc-)?pending( payment)?', '(wc-)?failed'],
} satisfies Profile;
