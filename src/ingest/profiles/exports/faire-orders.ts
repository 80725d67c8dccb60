import type { Profile } from '../profile';

/** A row an article at its wholesale price. Faire's commission and what Faire gives to the retailer are not in the file. */
export default {
  id: 'faire-orders',
  name: 'Faire orders',
  seen: 'memory',
  fingerprint: ['Order Number', 'Retailer Name', 'Wholesale Price', 'Retail Price', 'Option Name'],
  fields: {
    order_id: ['Order Number'],
    date: ['Order Date'],
    customer: ['Retailer Name'],
    quantity: ['Quantity'],
    unit_price: ['Wholesale Price'],
    product: ['Product Name'],
    sku: ['SKU'],
    country: ['Country'],
    status: ['Status'],
  },
  amount_level: 'line',
  amount_from: 'price_times_quantity',
} satisfies Profile;
