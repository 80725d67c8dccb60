import type { Profile } from '../profile';

/** A row an item; the net price is for all its pieces. The file names no customer. */
export default {
  id: 'toast-items',
  name: 'Toast item selections',
  seen: 'sample',
  fingerprint: ['Item Selection Id', 'Menu Item', 'Void?'],
  fields: {
    order_id: ['Order Id'],
    date: ['Order Date'],
    amount: ['Net Price'],
    tax: ['Tax'],
    discount: ['Discount'],
    quantity: ['Qty'],
    product: ['Menu Item'],
    sku: ['SKU'],
    category: ['Sales Category', 'Menu Group'],
    status: ['Void?'],
  },
  amount_level: 'line',
  excluded: ['true', 'yes', '1'],
  date_order: 'mdy',
} satisfies Profile;
