import type { Profile } from '../profile';

/** A row a purchase; the last row is Totals. A full refund is a flag without an amount. */
export default {
  id: 'gumroad-sales',
  name: 'Gumroad sales',
  seen: 'sample',
  fingerprint: ['Purchase Time (UTC timezone)', 'Net Total ($)', 'Sale Price ($)'],
  fields: {
    order_id: ['Order Number', 'Purchase ID'],
    date: ['Purchase Date'],
    email: ['Purchase Email', 'Buyer Email'],
    customer_name: ['Buyer Name'],
    amount: ['Subtotal ($)'],
    tax: ['Taxes ($)'],
    shipping: ['Shipping ($)'],
    total: ['Sale Price ($)'],
    refund: ['Partial Refund ($)'],
    quantity: ['Quantity'],
    product: ['Item Name'],
    sku: ['SKU ID'],
    country: ['Country'],
    discount_code: ['Discount Code'],
  },
  amount_level: 'line',
  refunds: {
    includes_tax: true,
    flags: [
      {
        column: ['Fully Refunded?'],
        values: ['true', 'yes', '1'],
      },
    ],
  },
} satisfies Profile;
