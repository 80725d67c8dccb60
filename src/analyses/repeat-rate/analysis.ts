import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'repeat-rate',
  tabs: [{ place: 'back', tab: 'second-order', order: 2 }],
  shares_of: ({ matured }) => (matured === true ? 'first_counted' : 'buyers'),
  needs: ['orders', 'customers'],
  params: [
    { name: 'window', kind: 'window', default: null },
    { name: 'matured', kind: 'flag', default: true },
  ],
  columns: [
    { name: 'window', type: 'text', unit: 'text', means: 'Length of time, in calendar months or days' },
    {
      name: 'eligible',
      type: 'integer',
      unit: 'count',
      means:
        'Matured: customers whose first order is that old; otherwise customers with an order in the window',
    },
    {
      name: 'repeaters',
      type: 'integer',
      unit: 'count',
      means: 'Of these, customers with a second order in it',
    },
    { name: 'rate', type: 'number', unit: 'rate', means: 'repeaters ÷ eligible, 0..1; null where nobody is' },
    { name: 'low', type: 'number', unit: 'rate', means: 'Lower end of the Wilson 95% interval' },
    { name: 'high', type: 'number', unit: 'rate', means: 'Upper end of the Wilson 95% interval' },
    { name: 'from_on', type: 'date', unit: 'date', means: 'First day of the window; null where matured' },
    { name: 'to_on', type: 'date', unit: 'date', means: 'Last day of the window; null where matured' },
    {
      name: 'rate_by_orders',
      type: 'number',
      unit: 'rate',
      means: 'The share where a second order of the same day counts',
    },
    {
      name: 'rate_by_days',
      type: 'number',
      unit: 'rate',
      means: 'The share where only an order of another day counts',
    },
  ],
  sql,
});
