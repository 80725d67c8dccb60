import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'cost-of-churn',
  tabs: [{ place: 'losing', tab: 'cost', order: 6 }],
  needs: ['orders', 'customers', 'amounts'],
  params: [
    { name: 'points', kind: 'number', minimum: 0, maximum: 100, default: 5 },
    { name: 'margin', kind: 'number', minimum: 0, maximum: 1, default: null },
    { name: 'window_months', kind: 'integer', minimum: 1, maximum: 1200, default: 12 },
    { name: 'fewest', kind: 'integer', minimum: 1, maximum: 1_000_000, default: 30 },
    { name: 'rule', kind: 'choice', options: ['lapse', 'percentile', 'days'], default: 'lapse' },
    { name: 'days', kind: 'integer', minimum: 1, maximum: 36_500, default: 90 },
    { name: 'at_risk_under', kind: 'number', minimum: 0, maximum: 1, default: 0.5 },
    { name: 'lapsed_under', kind: 'number', minimum: 0, maximum: 1, default: 0.2 },
  ],
  columns: [
    { name: 'horizon_months', type: 'integer', unit: 'count', means: 'How many months ahead' },
    {
      name: 'lost_customers',
      type: 'integer',
      unit: 'count',
      means: 'Customers who crossed the line in the window and are still away',
    },
    {
      name: 'lost_net',
      type: 'number',
      unit: 'money',
      means: 'Their net of the 12 months up to their last order',
    },
    { name: 'lost_margin', type: 'number', unit: 'money', means: 'lost_net × margin; null without one' },
    {
      name: 'net_as_is',
      type: 'number',
      unit: 'money',
      means: 'Net of the customers to come in these months, as things are',
    },
    {
      name: 'net_with_more',
      type: 'number',
      unit: 'money',
      means: 'The same with points added to each share from the first month after',
    },
    { name: 'gain', type: 'number', unit: 'money', means: 'net_with_more − net_as_is' },
    { name: 'gain_margin', type: 'number', unit: 'money', means: 'gain × margin; null without one' },
    {
      name: 'new_per_month',
      type: 'number',
      unit: 'number',
      means: 'New customers a month, mean of the last 12 whole months',
    },
    {
      name: 'net_first_month',
      type: 'number',
      unit: 'money',
      means: 'Net of a new customer in the month of the first order',
    },
    {
      name: 'net_later_month',
      type: 'number',
      unit: 'money',
      means: 'Net of an older customer in a month with an order',
    },
    {
      name: 'known_months',
      type: 'integer',
      unit: 'age',
      means:
        'Months after the first of which at least `fewest` customers are known; the last share is held from then on',
    },
    { name: 'lapse_days', type: 'integer', unit: 'days', means: 'The days of the rule' },
  ],
  sql,
});
