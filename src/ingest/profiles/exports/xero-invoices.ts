import type { Profile } from '../profile';

/**
 * A row a line; its amount is without tax. A credit note is a document of its own. An invoice that awaits its payment is a sale. The file of
 * bills has the same columns: what was bought is left out.
 */
export default {
  id: 'xero-invoices',
  name: 'Xero sales invoices',
  seen: 'importer',
  fingerprint: ['ContactName', 'InvoiceNumber', 'InvoiceDate', 'LineAmount', 'AccountCode'],
  fields: {
    order_id: ['InvoiceNumber'],
    date: ['InvoiceDate'],
    customer: ['ContactName'],
    email: ['EmailAddress'],
    amount: ['LineAmount'],
    tax: ['TaxAmount'],
    total: ['Total'],
    quantity: ['Quantity'],
    unit_price: ['UnitAmount'],
    product: ['Description'],
    sku: ['InventoryItemCode'],
    currency: ['Currency'],
    country: ['POCountry'],
    row_type: ['Type'],
    status: ['Status'],
  },
  amount_level: 'line',
  rows: {
    type: {
      sale: ['sales invoice', 'invoice'],
      refund: ['sales credit note', 'credit note'],
      other: 'other',
    },
  },
  excluded: ['deleted'],
  stands: ['awaiting payment'],
} satisfies Profile;
