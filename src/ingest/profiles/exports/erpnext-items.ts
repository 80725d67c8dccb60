import type { Profile } from '../profile';

/** A row an article; the amount is without tax. A return is an invoice of its own with negative pieces. The last row is the total. */
export default {
  id: 'erpnext-items',
  name: 'ERPNext item-wise sales register',
  seen: 'documentation',
  fingerprint: ['Item Code', 'Posting Date', 'Receivable Account', 'Amount'],
  fields: {
    order_id: ['Invoice', 'Voucher'],
    date: ['Posting Date'],
    customer: ['Customer'],
    customer_name: ['Customer Name'],
    amount: ['Amount'],
    tax: ['Total Tax'],
    quantity: ['Stock Qty'],
    unit_price: ['Rate'],
    product: ['Item Name', 'Description'],
    sku: ['Item Code'],
    category: ['Item Group'],
    currency: ['Currency'],
    branch: ['Company'],
    country: ['Territory'],
  },
  amount_level: 'line',
} satisfies Profile;
