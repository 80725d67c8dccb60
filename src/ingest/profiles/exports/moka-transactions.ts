import type { Profile } from '../profile';

/**
 * A row a payment or a refund, which has negative amounts. Net sales are after discounts and before gratuity and tax. Customers are known by
 * phone, where at all.
 */
export default {
  id: 'moka-transactions',
  name: 'Moka transactions',
  seen: 'importer',
  fingerprint: ['Outlet', 'Gratuity', 'Total Collected', 'Collected By', 'Receipt Number'],
  fields: {
    order_id: ['Receipt Number'],
    date: ['Date'],
    time: ['Time'],
    phone: ['Customer Phone'],
    customer_name: ['Customer'],
    amount: ['Net Sales'],
    discount: ['Discounts'],
    tax: ['Tax'],
    total: ['Total Collected'],
    branch: ['Outlet'],
    staff: ['Served By', 'Collected By'],
    row_type: ['Event Type'],
  },
  amount_level: 'line',
  rows: { type: { sale: ['payment'], refund: ['refund'], other: 'sale' } },
  whole_money: true,
} satisfies Profile;
