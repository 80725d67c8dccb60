import { defineAnalysis, GRAINS } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'retention-rate',
  tabs: [{ place: 'back', tab: 'stay', order: 6 }],
  shares_of: () => 'buyers',
  needs: ['orders', 'customers'],
  params: [
    { name: 'grain', kind: 'choice', options: GRAINS, default: 'month' },
    { name: 'active_days', kind: 'days_or_period', default: 365 },
  ],
  columns: [
    { name: 'period', type: 'date', unit: 'date', means: 'First day of the period' },
    { name: 'cs', type: 'integer', unit: 'count', means: 'Customers active at the start (CS)' },
    {
      name: 'ce',
      type: 'integer',
      unit: 'count',
      means: 'Customers active at the end (CE) = cs − lost + reactivated + cn',
    },
    {
      name: 'cn',
      type: 'integer',
      unit: 'count',
      means: 'Customers whose first order ever lies in the period (CN)',
    },
    { name: 'retained', type: 'integer', unit: 'count', means: 'Active at the start and at the end' },
    { name: 'lost', type: 'integer', unit: 'count', means: 'Active at the start and no longer at the end' },
    {
      name: 'reactivated',
      type: 'integer',
      unit: 'count',
      means: 'Older customers, not active at the start, active at the end',
    },
    {
      name: 'strict_rate',
      type: 'number',
      unit: 'rate',
      means: 'retained ÷ cs, 0..1; null where cs is 0',
    },
    {
      name: 'article_rate',
      type: 'number',
      unit: 'rate',
      means: '(ce − cn) ÷ cs; counts those who came back too, so it can pass 1',
    },
    {
      name: 'base_rate',
      type: 'number',
      unit: 'rate',
      means: 'Customers with an order in the period and an earlier first one ÷ all with an earlier first one',
    },
    { name: 'is_complete', type: 'boolean', unit: 'flag', means: 'The period is over' },
    {
      name: 'is_left_cut',
      type: 'boolean',
      unit: 'flag',
      means: 'cs would need orders from before the file began',
    },
  ],
  sql,
});
