import type { Profile } from '../profile';

/** A row an order. The total includes tax and shipping, which no column says. The customer is a name. */
export default {
  id: 'prestashop-orders',
  name: 'PrestaShop orders',
  seen: 'documentation',
  fingerprint: ['Reference', 'New client', 'Customer', 'Total', 'Payment', 'Status'],
  fields: {
    order_id: ['ID', 'Reference'],
    date: ['Date'],
    customer: ['Customer'],
    amount: ['Total'],
    country: ['Delivery'],
    channel: ['Payment'],
    status: ['Status'],
  },
  amount_level: 'line',
  refunds: { flags: [{ column: ['Status'], values: ['refunded'] }] },
} satisfies Profile;
