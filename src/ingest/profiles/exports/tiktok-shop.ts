import type { Profile } from '../profile';

/** A row an article; amount and refund of the order are repeated and include shipping. */
export default {
  id: 'tiktok-shop',
  name: 'TikTok Shop orders',
  seen: 'documentation',
  fingerprint: ['Order Substatus', 'SKU Subtotal Before Discount', 'Order Amount'],
  fields: {
    order_id: ['Order ID'],
    date: ['Created Time', 'Paid Time'],
    customer: ['Buyer Username'],
    phone: ['Phone #'],
    customer_name: ['Recipient'],
    amount: ['SKU Subtotal After Discount'],
    quantity: ['Quantity'],
    tax: ['Taxes'],
    shipping: ['Shipping Fee After Discount'],
    total: ['Order Amount'],
    refund: ['Order Refund Amount'],
    product: ['Product Name'],
    sku: ['Seller SKU'],
    category: ['Product Category'],
    country: ['Country'],
    status: ['Order Status'],
    cancelled_at: ['Cancelled Time'],
  },
  amount_level: 'line',
  refunds: {
    level: 'order_repeated',
    includes_tax: true,
  },
  excluded: ['cancell?ed', 'ยกเลิกแล้ว', 'unpaid'],
} satisfies Profile;
