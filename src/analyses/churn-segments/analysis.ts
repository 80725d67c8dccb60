import { defineAnalysis, JUDGED } from '../define';
import { judgeSegments } from './shape';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'churn-segments',
  tabs: [{ place: 'losing', tab: 'what-they-share', order: 5 }],
  shares_of: () => 'buyers',
  needs: ['orders', 'customers', 'first_orders'],
  params: [
    { name: 'segment_by', kind: 'attribute', default: null },
    { name: 'rule', kind: 'choice', options: ['lapse', 'percentile', 'days'], default: 'lapse' },
    { name: 'days', kind: 'integer', minimum: 1, maximum: 36_500, default: 90 },
    { name: 'at_risk_under', kind: 'number', minimum: 0, maximum: 1, default: 0.5 },
    { name: 'lapsed_under', kind: 'number', minimum: 0, maximum: 1, default: 0.2 },
  ],
  columns: [
    {
      name: 'attribute',
      type: 'text',
      unit: 'text',
      means: 'What is looked at of the first order: product, category, country, channel or discount',
    },
    { name: 'value', type: 'text', unit: 'text', means: 'The value, as in the file' },
    {
      name: 'customers',
      type: 'integer',
      unit: 'count',
      means: 'Customers with it whose first order is older than lapse_days',
    },
    {
      name: 'lost',
      type: 'integer',
      unit: 'count',
      means: 'Of these, those silent for longer than lapse_days',
    },
    { name: 'lost_rate', type: 'number', unit: 'rate', means: 'lost ÷ customers' },
    {
      name: 'low',
      type: 'number',
      unit: 'rate',
      means: 'Lower end of the 95% interval of lost_rate (Wilson)',
    },
    {
      name: 'high',
      type: 'number',
      unit: 'rate',
      means: 'Upper end of the 95% interval of lost_rate (Wilson)',
    },
    {
      name: 'lost_share',
      type: 'number',
      unit: 'rate',
      means: 'Share of all lost customers that have the value',
    },
    {
      name: 'kept_share',
      type: 'number',
      unit: 'rate',
      means: 'Share of all kept customers that have the value',
    },
    { name: 'difference', type: 'number', unit: 'rate', means: 'lost_share − kept_share' },
    {
      name: 'difference_low',
      type: 'number',
      unit: 'rate',
      means: 'Lower end of its 95% interval (Newcombe)',
    },
    {
      name: 'difference_high',
      type: 'number',
      unit: 'rate',
      means: 'Upper end of its 95% interval (Newcombe)',
    },
    {
      name: 'sure',
      type: 'number',
      unit: 'rate',
      means: 'The end of that interval nearest to 0, without its sign; 0 where it holds 0',
    },
    { name: 'all_lost', type: 'integer', unit: 'count', means: 'All lost customers; the same in each row' },
    { name: 'all_kept', type: 'integer', unit: 'count', means: 'All kept customers; the same in each row' },
    {
      name: 'lapse_days',
      type: 'integer',
      unit: 'days',
      means: 'The days of the rule; the same in each row',
    },
    ...JUDGED,
  ],
  sql,
  judge: judgeSegments,
});
