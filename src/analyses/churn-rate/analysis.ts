import { defineAnalysis, GRAINS } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'churn-rate',
  tabs: [{ place: 'losing', tab: 'by-month', order: 3 }],
  shares_of: () => 'buyers',
  needs: ['orders', 'customers'],
  params: [
    { name: 'grain', kind: 'choice', options: GRAINS, default: 'month' },
    { name: 'rule', kind: 'choice', options: ['lapse', 'percentile', 'days'], default: 'lapse' },
    { name: 'days', kind: 'integer', minimum: 1, maximum: 36_500, default: 90 },
    { name: 'at_risk_under', kind: 'number', minimum: 0, maximum: 1, default: 0.5 },
    { name: 'lapsed_under', kind: 'number', minimum: 0, maximum: 1, default: 0.2 },
  ],
  columns: [
    { name: 'period', type: 'date', unit: 'date', means: 'First day of the period' },
    {
      name: 'active_at_start',
      type: 'integer',
      unit: 'count',
      means: 'Customers silent for no more than lapse_days on the day before it',
    },
    {
      name: 'lost',
      type: 'integer',
      unit: 'count',
      means: 'Of these, those whose silence became longer than that in the period',
    },
    {
      name: 'reactivated',
      type: 'integer',
      unit: 'count',
      means: 'Customers with an order after such a silence',
    },
    {
      name: 'rate',
      type: 'number',
      unit: 'rate',
      means: 'lost ÷ active_at_start; null where nobody was active',
    },
    {
      name: 'is_provisional',
      type: 'boolean',
      unit: 'flag',
      means:
        'The period ends in the last lapse_days days: who is lost may still come back, and not all who will be are known',
    },
    {
      name: 'is_left_cut',
      type: 'boolean',
      unit: 'flag',
      means: 'active_at_start would need orders from before the file began',
    },
    {
      name: 'lapse_days',
      type: 'integer',
      unit: 'days',
      means: 'The days of the rule; the same in each row',
    },
  ],
  sql,
});
