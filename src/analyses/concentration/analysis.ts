import { defineAnalysis } from '../define';
import sql from './query.sql?raw';
import { CURVE } from './shape';

export default defineAnalysis({
  id: 'concentration',
  tabs: [{ place: 'value', tab: 'best-customers', order: 5 }],
  shares_of: () => 'buyers',
  needs: ['orders', 'customers', 'amounts'],
  params: [
    { name: 'window_months', kind: 'integer', minimum: 1, maximum: 1200, default: null },
    { name: 'share', kind: 'number', minimum: 0.001, maximum: 1, default: 0.2 },
  ],
  columns: [
    { name: 'customers', type: 'integer', unit: 'count', means: 'Customers with an order in the window' },
    { name: 'top_n', type: 'integer', unit: 'count', means: 'share × customers, rounded up' },
    { name: 'top_net', type: 'number', unit: 'money', means: 'Net of those who bring most' },
    {
      name: 'top_share',
      type: 'number',
      unit: 'rate',
      means: 'top_net ÷ net; null where net is not above 0',
    },
    { name: 'gini', type: 'number', unit: 'number', means: 'Gini coefficient: 0 where all bring the same' },
    { name: 'net', type: 'number', unit: 'money', means: 'Net of all these customers' },
    {
      name: 'negative_customers',
      type: 'integer',
      unit: 'count',
      means: 'Customers who got back more than they paid',
    },
    {
      name: 'customers_for_80',
      type: 'integer',
      unit: 'count',
      means: 'The fewest customers who bring 80% of the net',
    },
    ...CURVE.map(
      (percent) =>
        ({
          name: `top_${percent}_share`,
          type: 'number',
          unit: 'rate',
          means: `Part of the net that the first ${percent}% of the customers bring`,
        }) as const,
    ),
  ],
  sql,
  net: { columns: ['net'], holds: ['known', 'before_first'], rest: 'not_here' },
});
