import type { Profile } from '../profile';

/**
 * A row a variation; the order's money is repeated. The grand total has vouchers and coins of every kind taken off: those that Shopee
 * pays are put back, for they pay like money; the seller's voucher is a discount and stays off. Fees are no discounts.
 */
export default {
  id: 'shopee-english',
  name: 'Shopee orders',
  seen: 'importer',
  fingerprint: ['Order ID', 'Username (Buyer)', 'Deal Price', 'Grand Total'],
  fields: {
    order_id: ['Order ID'],
    date: ['Order Creation Date', 'Order Paid Time'],
    customer: ['Username (Buyer)'],
    customer_name: ['Receiver Name'],
    phone: ['Phone Number'],
    amount: ['Grand Total'],
    quantity: ['Quantity'],
    unit_price: ['Deal Price'],
    shipping: ['Buyer Paid Shipping Fee'],
    product: ['Product Name'],
    sku: ['SKU Reference No.', 'Parent SKU Reference No.'],
    country: ['Country'],
    channel: ['Shipping Option'],
    status: ['Order Status'],
  },
  amount_level: 'order_repeated',
  less: [['Buyer Paid Shipping Fee']],
  plus: [['Shopee Voucher'], ['Shopee Coins Offset'], ['Credit Card Discount Total']],
  refunds: { returned_quantity: ['Returned quantity'] },
  excluded: ['unpaid', 'failed.*'],
} satisfies Profile;
