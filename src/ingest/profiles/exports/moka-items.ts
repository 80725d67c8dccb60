import type { Profile } from '../profile';

/** A row an item; a refund has negative amounts. Net sales are after discounts and before gratuity and tax. */
export default {
  id: 'moka-items',
  name: 'Moka item details',
  seen: 'memory',
  fingerprint: ['Outlet', 'Items', 'Modifier Applied', 'Discount Applied', 'Receipt Number'],
  fields: {
    order_id: ['Receipt Number'],
    date: ['Date'],
    time: ['Time'],
    phone: ['Customer Phone'],
    customer_name: ['Customer'],
    amount: ['Net Sales'],
    discount: ['Discounts'],
    tax: ['Tax'],
    quantity: ['Quantity'],
    product: ['Items'],
    sku: ['SKU'],
    category: ['Category'],
    branch: ['Outlet'],
    channel: ['Sales Type'],
    staff: ['Served By', 'Collected By'],
    row_type: ['Event Type'],
  },
  amount_level: 'line',
  rows: { type: { sale: ['payment'], refund: ['refund'], other: 'sale' } },
  whole_money: true,
} satisfies Profile;
