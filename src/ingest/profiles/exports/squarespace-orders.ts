import type { Profile } from '../profile';

/** A row an item, the order's own money only on the first. The total includes tax and shipping. */
export default {
  id: 'squarespace-orders',
  name: 'Squarespace orders',
  seen: 'documentation',
  fingerprint: ['Order ID', 'Lineitem variant', 'Private Notes'],
  fields: {
    order_id: ['Order ID'],
    date: ['Created at', 'Paid at'],
    email: ['Email'],
    phone: ['Billing Phone', 'Shipping Phone'],
    customer_name: ['Billing Name', 'Shipping Name'],
    amount: ['Total'],
    tax: ['Taxes'],
    shipping: ['Shipping'],
    discount: ['Discount Amount'],
    refund: ['Amount Refunded'],
    currency: ['Currency'],
    quantity: ['Lineitem quantity'],
    unit_price: ['Lineitem price'],
    product: ['Lineitem name'],
    sku: ['Lineitem sku'],
    country: ['Shipping Country', 'Billing Country'],
    discount_code: ['Discount Code'],
    status: ['Financial Status'],
    cancelled_at: ['Cancelled at'],
  },
  amount_level: 'order_first_row',
  less: [['Taxes'], ['Shipping']],
  refunds: {
    includes_tax: true,
  },
} satisfies Profile;
