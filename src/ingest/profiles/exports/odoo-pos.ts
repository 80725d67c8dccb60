import type { Profile } from '../profile';

/** A row an order; the total includes tax. A return is an order of its own with a negative total. */
export default {
  id: 'odoo-pos',
  name: 'Odoo point of sale',
  seen: 'documentation',
  fingerprint: ['Order Ref', 'Session', 'Receipt Number', 'Total'],
  fields: {
    order_id: ['Receipt Number', 'Order Ref'],
    date: ['Date', 'Order Date'],
    customer: ['Customer'],
    amount: ['Total'],
    tax: ['Taxes'],
    staff: ['Cashier', 'Employee', 'User'],
    branch: ['Point of Sale'],
    status: ['Status'],
  },
  amount_level: 'line',
  less: [['Taxes']],
  excluded: ['new', 'draft'],
} satisfies Profile;
