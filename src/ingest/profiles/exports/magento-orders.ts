import type { Profile } from '../profile';

/** A row an order. The subtotal is before tax and shipping; the grid has no column for discounts. */
export default {
  id: 'magento-orders',
  name: 'Magento orders grid',
  seen: 'sample',
  fingerprint: ['Purchase Point', 'Bill-to Name', 'Purchase Date'],
  fields: {
    order_id: ['ID'],
    date: ['Purchase Date'],
    email: ['Customer Email'],
    customer_name: ['Bill-to Name', 'Customer Name'],
    amount: ['Subtotal'],
    shipping: ['Shipping and Handling'],
    total: ['Grand Total (Base)'],
    refund: ['Total Refunded'],
    channel: ['Purchase Point'],
    status: ['Status'],
  },
  amount_level: 'line',
  refunds: {
    includes_tax: true,
    flags: [
      {
        column: ['Status'],
        values: ['closed'],
      },
    ],
  },
  excluded: ['cancell?ed', 'pending( payment)?', 'suspected fraud'],
} satisfies Profile;
