import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'lapse',
  tabs: [{ place: 'losing', tab: 'when-gone', order: 4 }],
  shares_of: () => 'buyers',
  needs: ['orders', 'customers'],
  ignores_from: true,
  params: [
    { name: 'at_risk_under', kind: 'number', minimum: 0, maximum: 1, default: 0.5 },
    { name: 'lapsed_under', kind: 'number', minimum: 0, maximum: 1, default: 0.2 },
  ],
  columns: [
    { name: 'days_silent', type: 'integer', unit: 'days', means: 'Days since the last order' },
    {
      name: 'customers',
      type: 'integer',
      unit: 'count',
      means: 'Customers with such silences; each of them weighs one in return_rate',
    },
    {
      name: 'spells',
      type: 'integer',
      unit: 'count',
      means: 'Silences that lasted so long and were watched for the whole horizon after it',
    },
    {
      name: 'return_rate',
      type: 'number',
      unit: 'rate',
      means:
        'Mean over these customers: the share of their silences so long that an order within the horizon followed',
    },
    {
      name: 'is_at_risk',
      type: 'boolean',
      unit: 'flag',
      means: 'More days than at_risk_days; null without a line',
    },
    {
      name: 'is_lapsed',
      type: 'boolean',
      unit: 'flag',
      means: 'More days than lapse_days; null without a line',
    },
    {
      name: 'returned',
      type: 'integer',
      unit: 'count',
      means: 'How many of these silences ended with an order within the horizon',
    },
    {
      name: 'low',
      type: 'number',
      unit: 'rate',
      means: 'Lower end of the 95% interval of return_rate (Wilson)',
    },
    {
      name: 'high',
      type: 'number',
      unit: 'rate',
      means: 'Upper end of the 95% interval of return_rate (Wilson)',
    },
    {
      name: 'horizon_days',
      type: 'integer',
      unit: 'days',
      means: 'How long an order is waited for: 365 days, at most a third of the span',
    },
    {
      name: 'found_by',
      type: 'text',
      unit: 'text',
      means: 'curve; percentile where fewer than 100 customers are known; none where there is no line',
    },
    {
      name: 'at_risk_days',
      type: 'integer',
      unit: 'days',
      means: 'The last day on which the chance is not yet under at_risk_under of that of day 0',
    },
    {
      name: 'lapse_days',
      type: 'integer',
      unit: 'days',
      means: 'The last day on which the chance is not yet under lapsed_under of that of day 0',
    },
    {
      name: 'p40_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which 40% of all waits have ended (Kaplan–Meier); null where it is not reached',
    },
    {
      name: 'p80_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which 80% of all waits have ended (Kaplan–Meier); null where it is not reached',
    },
  ],
  sql,
});
