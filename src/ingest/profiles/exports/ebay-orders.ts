import type { Profile } from '../profile';

/** An order of several items has a row with its sums and then a row an item, without a total: the sums count. */
export default {
  id: 'ebay-orders',
  name: 'eBay orders',
  seen: 'sample',
  fingerprint: ['Sales Record Number', 'Buyer Username', 'Sold For'],
  fields: {
    order_id: ['Order Number'],
    date: ['Sale Date', 'Paid On Date'],
    customer: ['Buyer Username'],
    email: ['Buyer Email'],
    customer_name: ['Buyer Name'],
    amount: ['Sold For'],
    quantity: ['Quantity'],
    total: ['Total Price'],
    tax: ['Seller Collected Tax'],
    shipping: ['Shipping And Handling', 'Postage and packaging'],
    product: ['Item Title'],
    sku: ['Custom Label'],
    country: ['Ship To Country', 'Buyer Country'],
  },
  amount_level: 'line',
  rows: {
    only_filled: ['Total Price'],
  },
} satisfies Profile;
