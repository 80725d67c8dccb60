import { defineAnalysis } from '../define';
import { SPEND } from './shape';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'payback',
  tabs: [{ place: 'value', tab: 'payback', order: 7 }],
  needs: ['orders', 'customers', 'amounts', 'costs'],
  params: [
    {
      name: 'spend',
      kind: 'pattern',
      pattern: SPEND,
      says: 'spend by month, such as 2024-01:1200,2024-02:950.50',
      default: null,
    },
    // Without one: what the file says that goods cost, where it does of all of them; else 1.
    { name: 'margin', kind: 'number', minimum: 0, maximum: 1, default: null },
  ],
  columns: [
    { name: 'cohort', type: 'date', unit: 'date', means: 'First day of the start month' },
    { name: 'customers', type: 'integer', unit: 'count', means: 'New customers of the month' },
    {
      name: 'spend',
      type: 'number',
      unit: 'money',
      means: 'What was spent to win them; null where not said',
    },
    { name: 'cac', type: 'number', unit: 'money', means: 'spend ÷ customers; null without spend' },
    { name: 'watched_months', type: 'integer', unit: 'age', means: 'Age of the last month that is over' },
    {
      name: 'margin_per_customer',
      type: 'number',
      unit: 'money',
      means: 'Net × margin so far ÷ customers, to the end of that month',
    },
    {
      name: 'payback_months',
      type: 'integer',
      unit: 'age',
      means: 'First age that is over at which margin_per_customer had reached cac; null: not yet',
    },
    { name: 'back_share', type: 'number', unit: 'rate', means: 'margin_per_customer ÷ cac; can pass 1' },
    ...([90, 180, 365] as const).map(
      (days) =>
        ({
          name: `value_${days}`,
          type: 'number',
          unit: 'money',
          means: `Net × margin per customer in days 0 to ${days - 1}; null where the month is younger`,
        }) as const,
    ),
    {
      name: 'is_left_cut',
      type: 'boolean',
      unit: 'flag',
      means: 'Its new customers may be older ones, from before the file began',
    },
    {
      name: 'is_by_cost',
      type: 'boolean',
      unit: 'flag',
      means: 'Margin is net less the cost of goods in the file, not a share of net',
    },
  ],
  sql,
  net: {
    columns: ['margin_per_customer'],
    times: 'customers',
    holds: ['known'],
    rest: 'not_here',
    unless: ['margin', 'is_by_cost'],
  },
});
