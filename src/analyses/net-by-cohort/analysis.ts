import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'net-by-cohort',
  tabs: [{ place: 'value', tab: 'whose-money', order: 4 }],
  needs: ['orders', 'customers', 'amounts'],
  params: [
    { name: 'grain', kind: 'choice', options: ['week', 'month', 'quarter', 'year'], default: 'month' },
    { name: 'cohort_grain', kind: 'choice', options: ['quarter', 'year'], default: 'year' },
  ],
  columns: [
    { name: 'period', type: 'date', unit: 'date', means: 'First day of the period' },
    {
      name: 'cohort',
      type: 'date',
      unit: 'date',
      means: 'First day of the year or quarter of the customers’ first order; null: nobody named',
    },
    { name: 'orders', type: 'integer', unit: 'count', means: 'Their valid orders in the period' },
    { name: 'net', type: 'number', unit: 'money', means: 'Their sales less refunds in the period' },
    { name: 'is_complete', type: 'boolean', unit: 'flag', means: 'The period is over' },
    {
      name: 'is_left_cut',
      type: 'boolean',
      unit: 'flag',
      means: 'The cohort may hold customers from before the file began',
    },
  ],
  sql,
  net: { columns: ['net'], holds: ['known', 'anonymous', 'before_first'], rest: 'before_first' },
});
