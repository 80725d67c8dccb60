import type { Profile } from '../profile';

/** A row an article; a refund is a receipt of its own with negative pieces. The final price is after discounts and includes VAT. No buyers. */
export default {
  id: 'zettle-sales',
  name: 'Zettle sales, raw data',
  seen: 'memory',
  fingerprint: ['Receipt number', 'Final price', 'VAT', 'Staff'],
  fields: {
    order_id: ['Receipt number'],
    date: ['Date'],
    time: ['Time'],
    amount: ['Final price'],
    tax: ['VAT'],
    discount: ['Discount'],
    quantity: ['Quantity'],
    product: ['Name'],
    sku: ['SKU'],
    category: ['Category'],
    staff: ['Staff'],
    currency: ['Currency'],
  },
  amount_level: 'line',
  less: [['VAT']],
} satisfies Profile;
