import { defineAnalysis, JUDGED } from '../define';
import { judgeValues } from './shape';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'order-gaps-by',
  tabs: [{ place: 'back', tab: 'returns-sooner', order: 5 }],
  shares_of: () => 'first_counted',
  needs: ['orders', 'customers', 'first_orders'],
  params: [
    { name: 'by', kind: 'attribute', default: null },
    { name: 'least', kind: 'integer', minimum: 1, maximum: 1_000_000, default: 30 },
  ],
  columns: [
    {
      name: 'attribute',
      type: 'text',
      unit: 'text',
      means: 'What is compared: product, channel, discount …',
    },
    { name: 'value', type: 'text', unit: 'text', means: 'Its value on the first order' },
    { name: 'customers', type: 'integer', unit: 'count', means: 'Customers who began so' },
    { name: 'returned', type: 'integer', unit: 'count', means: 'Of these, customers seen on a later day' },
    {
      name: 'expected',
      type: 'number',
      unit: 'number',
      means: 'How many would be, did they come back as soon as all customers together',
    },
    { name: 'km_p25_days', type: 'integer', unit: 'days', means: 'Days by which a quarter are back' },
    {
      name: 'km_median_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which half are back (Kaplan–Meier); null where it is not reached',
    },
    ...([30, 90, 365] as const).map(
      (days) =>
        ({
          name: `back_${days}`,
          type: 'number',
          unit: 'rate',
          means: `Share back within ${days} days (Kaplan–Meier); null beyond the longest wait`,
        }) as const,
    ),
    {
      name: 'chi_square',
      type: 'number',
      unit: 'number',
      means: 'Log-rank statistic against all other customers, one degree of freedom',
    },
    ...JUDGED,
  ],
  sql,
  judge: judgeValues,
});
