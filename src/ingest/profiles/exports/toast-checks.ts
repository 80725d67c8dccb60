import type { Profile } from '../profile';

/** A row a check; the total includes tax. The file of Toast that names customers. */
export default {
  id: 'toast-checks',
  name: 'Toast check details',
  seen: 'sample',
  fingerprint: ['Customer Family', 'Check Id', 'Opened Date'],
  fields: {
    order_id: ['Check Id'],
    date: ['Opened Date'],
    time: ['Opened Time'],
    customer: ['Customer Id'],
    email: ['Customer Email'],
    phone: ['Customer Phone'],
    customer_name: ['Customer'],
    amount: ['Total'],
    tax: ['Tax'],
    discount: ['Discount'],
  },
  amount_level: 'line',
  less: [['Tax']],
  date_order: 'mdy',
} satisfies Profile;
