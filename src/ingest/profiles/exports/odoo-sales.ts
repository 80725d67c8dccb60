import type { Profile } from '../profile';

/** A row an order: the untaxed amount is after discounts, with delivery inside. A quotation is no sale. */
export default {
  id: 'odoo-sales',
  name: 'Odoo sales orders',
  seen: 'documentation',
  fingerprint: ['Order Reference', 'Customer', 'Salesperson', 'Untaxed Amount'],
  fields: {
    order_id: ['Order Reference'],
    date: ['Order Date', 'Creation Date'],
    customer: ['Customer'],
    amount: ['Untaxed Amount'],
    tax: ['Taxes'],
    total: ['Total'],
    currency: ['Currency'],
    staff: ['Salesperson'],
    branch: ['Company'],
    status: ['Status'],
  },
  amount_level: 'line',
  excluded: ['quotation( sent)?'],
} satisfies Profile;
