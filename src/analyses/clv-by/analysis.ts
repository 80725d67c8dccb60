import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'clv-by',
  tabs: [{ place: 'value', tab: 'by-start', order: 3 }],
  needs: ['orders', 'customers', 'amounts'],
  after: 'clv',
  params: [
    { name: 'grain', kind: 'choice', options: ['month', 'quarter', 'year'], default: 'quarter' },
    { name: 'cohort_by', kind: 'attribute', default: null },
    {
      name: 'model',
      kind: 'choice',
      options: ['auto', 'mbg-nbd', 'pareto-nbd', 'bg-nbd', 'mbg-cnbd-k', 'bg-cnbd-k'],
      default: 'auto',
    },
    { name: 'calibration_end', kind: 'date', default: null },
    { name: 'horizon_days', kind: 'integer', minimum: 1, maximum: 3650, default: 365 },
    { name: 'margin', kind: 'number', minimum: 0, maximum: 1, default: 1 },
    { name: 'discount_rate_per_year', kind: 'number', minimum: 0, maximum: 5, default: 0.1 },
  ],
  columns: [
    {
      name: 'cohort',
      type: 'text',
      unit: 'text',
      means: 'First day of the period of the first order, or the value of its attribute',
    },
    { name: 'customers', type: 'integer', unit: 'count', means: 'Customers of the group who have a score' },
    { name: 'p_alive', type: 'number', unit: 'rate', means: 'Mean chance that they still buy, 0..1' },
    {
      name: 'expected_orders',
      type: 'number',
      unit: 'number',
      means: 'Occasions expected of all of them within the horizon',
    },
    {
      name: 'expected_value',
      type: 'number',
      unit: 'money',
      means: 'Net expected of all of them × margin, discounted by month',
    },
    {
      name: 'low',
      type: 'number',
      unit: 'money',
      means: 'In one case of ten they bring less than so',
    },
    { name: 'high', type: 'number', unit: 'money', means: 'In one case of ten they bring more than so' },
    { name: 'value_per_customer', type: 'number', unit: 'money', means: 'expected_value ÷ customers' },
    { name: 'low_per_customer', type: 'number', unit: 'money', means: 'low ÷ customers' },
    { name: 'high_per_customer', type: 'number', unit: 'money', means: 'high ÷ customers' },
    { name: 'share', type: 'number', unit: 'rate', means: 'expected_value ÷ that of all customers' },
    {
      name: 'left_cut_customers',
      type: 'integer',
      unit: 'count',
      means: 'Of the customers, those who may be older than the file',
    },
  ],
  sql,
});
