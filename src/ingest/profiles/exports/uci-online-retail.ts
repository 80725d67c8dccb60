import type { Profile } from '../profile';

/** The Online Retail data set of the UCI repository: a row an invoice line, cancellations as C + number. */
export default {
  id: 'uci-online-retail',
  name: 'UCI Online Retail',
  seen: 'sample',
  fingerprint: [
    'InvoiceNo',
    'StockCode',
    'Description',
    'Quantity',
    'InvoiceDate',
    'UnitPrice',
    'CustomerID',
  ],
  fields: {
    order_id: ['InvoiceNo'],
    date: ['InvoiceDate'],
    customer: ['CustomerID'],
    quantity: ['Quantity'],
    unit_price: ['UnitPrice'],
    product: ['Description'],
    sku: ['StockCode'],
    country: ['Country'],
  },
  amount_level: 'line',
  amount_from: 'price_times_quantity',
} satisfies Profile;
