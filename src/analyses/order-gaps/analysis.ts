import { defineAnalysis } from '../define';
import sql from './query.sql?raw';
import { MARKS } from './shape';

export default defineAnalysis({
  id: 'order-gaps',
  tabs: [{ place: 'back', tab: 'how-soon', order: 3 }],
  shares_of: () => 'buyers',
  needs: ['orders', 'customers'],
  params: [{ name: 'count_by', kind: 'choice', options: ['project', 'day', 'order'], default: 'project' }],
  columns: [
    {
      name: 'order_number',
      type: 'integer',
      unit: 'count',
      means: '1 = from the first order to the second, and so on; 0 = all together',
    },
    {
      name: 'customers',
      type: 'integer',
      unit: 'count',
      means: 'Customers who reached this order; at 0 all waits, a customer once for each order',
    },
    { name: 'returned', type: 'integer', unit: 'count', means: 'Of these, those with a next order' },
    {
      name: 'km_median_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which half have ordered again (Kaplan–Meier); null where it is not reached',
    },
    {
      name: 'raw_median_days',
      type: 'number',
      unit: 'days',
      means: 'Median over those who ordered again alone: too short',
    },
    {
      name: 'raw_mean_days',
      type: 'number',
      unit: 'days',
      means: 'Mean over those who ordered again alone: too short',
    },
    {
      name: 'km_p25_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which a quarter have ordered again',
    },
    {
      name: 'km_p75_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which three quarters have ordered again',
    },
    {
      name: 'most_from_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which 20% of all returns that were seen had happened (Kaplan–Meier)',
    },
    {
      name: 'most_by_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which 80% of all returns that were seen had happened (Kaplan–Meier)',
    },
    { name: 'longest_days', type: 'integer', unit: 'days', means: 'The longest wait that was watched' },
    ...MARKS.map(
      (days) =>
        ({
          name: `back_${days}`,
          type: 'number',
          unit: 'rate',
          means: `Share with a next order within ${days} days (Kaplan–Meier); null beyond the longest wait`,
        }) as const,
    ),
    ...MARKS.flatMap(
      (days) =>
        [
          {
            name: `low_${days}`,
            type: 'number',
            unit: 'rate',
            means: `Lower end of the 95% band of back_${days} (Greenwood, log-log); null where that is 0 or 1`,
          },
          {
            name: `high_${days}`,
            type: 'number',
            unit: 'rate',
            means: `Upper end of the band of back_${days}`,
          },
        ] as const,
    ),
  ],
  sql,
});
