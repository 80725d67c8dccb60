import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'rule-of-thumb',
  tabs: [{ place: 'value', tab: 'rule-of-thumb', order: 8 }],
  needs: ['orders', 'customers', 'amounts'],
  params: [
    { name: 'window_days', kind: 'integer', minimum: 1, maximum: 36_500, default: 365 },
    { name: 'settled_days', kind: 'integer', minimum: 1, maximum: 36_500, default: 365 },
  ],
  columns: [
    { name: 'orders', type: 'integer', unit: 'count', means: 'Orders of known customers in the window' },
    { name: 'customers', type: 'integer', unit: 'count', means: 'Customers with one of them' },
    { name: 'average_order', type: 'number', unit: 'money', means: 'Net of these orders ÷ orders' },
    { name: 'orders_per_customer', type: 'number', unit: 'number', means: 'orders ÷ customers' },
    {
      name: 'orders_per_year',
      type: 'number',
      unit: 'number',
      means: 'orders_per_customer as in a year of 365 days',
    },
    {
      name: 'settled_customers',
      type: 'integer',
      unit: 'count',
      means: 'Customers whose first order is settled_days old or more',
    },
    {
      name: 'months_kept',
      type: 'number',
      unit: 'number',
      means: 'Their months from the first to the last order so far, 1 at least, on average',
    },
    {
      name: 'orders_per_month',
      type: 'number',
      unit: 'number',
      means: 'All their orders ÷ all their months kept',
    },
  ],
  sql,
  net: {
    columns: ['average_order'],
    times: 'orders',
    holds: ['known', 'before_first'],
    rest: 'not_here',
  },
});
