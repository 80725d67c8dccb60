import type { Profile } from '../profile';

/** A row an order; the total includes tax. The file names no customer. */
export default {
  id: 'clover-orders',
  name: 'Clover orders',
  seen: 'memory',
  fingerprint: ['Order Employee ID', 'Order Total', 'Refunds Total'],
  fields: {
    order_id: ['Order ID'],
    date: ['Order Date'],
    amount: ['Order Total'],
    tax: ['Tax Amount'],
    discount: ['Discount'],
    refund: ['Refunds Total'],
    currency: ['Currency'],
    status: ['Order Payment State'],
  },
  amount_level: 'line',
  less: [['Tax Amount']],
  refunds: {
    includes_tax: true,
  },
} satisfies Profile;
