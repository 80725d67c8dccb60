import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'next-hour',
  tabs: [{ place: 'customers', tab: 'call-first', order: 4 }],
  needs: ['orders', 'customers', 'amounts'],
  after: 'clv',
  params: [
    { name: 'capacity', kind: 'integer', minimum: 1, maximum: 1_000_000, default: 30 },
    { name: 'group_by', kind: 'attribute', default: null },
    {
      name: 'model',
      kind: 'choice',
      options: ['auto', 'mbg-nbd', 'pareto-nbd', 'bg-nbd', 'mbg-cnbd-k', 'bg-cnbd-k'],
      default: 'auto',
    },
    { name: 'calibration_end', kind: 'date', default: null },
    { name: 'horizon_days', kind: 'integer', minimum: 1, maximum: 3650, default: 365 },
    { name: 'margin', kind: 'number', minimum: 0, maximum: 1, default: 1 },
    { name: 'discount_rate_per_year', kind: 'number', minimum: 0, maximum: 5, default: 0.1 },
  ],
  columns: [
    { name: 'place', type: 'integer', unit: 'count', means: 'Place in the list, from 1' },
    {
      name: 'name',
      type: 'text',
      unit: 'text',
      means: 'The customer’s key in the file, or the value that the group shares',
    },
    { name: 'customers', type: 'integer', unit: 'count', means: 'How many: 1 in a list of customers' },
    {
      name: 'at_stake',
      type: 'number',
      unit: 'money',
      means: 'Value to come × (1 − chance to be still there), summed over the customers',
    },
    { name: 'at_stake_each', type: 'number', unit: 'money', means: 'at_stake ÷ customers' },
    {
      name: 'expected_value',
      type: 'number',
      unit: 'money',
      means: 'Net expected of them × margin, discounted by month',
    },
    { name: 'p_alive', type: 'number', unit: 'rate', means: 'Mean chance that they still buy, 0..1' },
    { name: 'orders', type: 'number', unit: 'number', means: 'Occasions so far, of each on average' },
    {
      name: 'last_on',
      type: 'date',
      unit: 'date',
      means: 'Day of the last occasion, of the latest customer',
    },
    { name: 'days_silent', type: 'number', unit: 'days', means: 'Days since the last occasion, on average' },
    {
      name: 'reached',
      type: 'integer',
      unit: 'count',
      means: 'Customers up to and with this place of the list',
    },
    {
      name: 'is_chosen',
      type: 'boolean',
      unit: 'flag',
      means: 'Begins within the capacity: of a group the call may end before its last customer',
    },
  ],
  sql,
});
