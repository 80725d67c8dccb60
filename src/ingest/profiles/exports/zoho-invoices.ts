import type { Profile } from '../profile';

/**
 * A row an article, the invoice's own money repeated. The item's total has its discount taken off and no tax in it. An invoice that is overdue
 * is a sale; credit notes are a list of their own.
 */
export default {
  id: 'zoho-invoices',
  name: 'Zoho Books and Invoice',
  seen: 'importer',
  fingerprint: ['Invoice ID', 'Invoice Number', 'Invoice Status', 'Item Total'],
  fields: {
    order_id: ['Invoice Number', 'Invoice ID'],
    date: ['Invoice Date'],
    customer: ['Customer ID', 'Customer Name'],
    customer_name: ['Customer Name'],
    amount: ['Item Total'],
    tax: ['Item Tax Amount'],
    total: ['Total'],
    currency: ['Currency Code'],
    quantity: ['Quantity'],
    unit_price: ['Item Price'],
    product: ['Item Name'],
    sku: ['SKU', 'Product ID'],
    category: ['Category Name'],
    country: ['Billing Country'],
    status: ['Invoice Status'],
  },
  amount_level: 'line',
} satisfies Profile;
