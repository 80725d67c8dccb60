import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'cohort-projection',
  tabs: [{ place: 'back', tab: 'likely-next', order: 7 }],
  shares_of: () => 'beginners',
  counts_occasions: true,
  needs: ['orders', 'customers'],
  params: [
    { name: 'grain', kind: 'choice', options: ['week', 'month', 'quarter', 'year'], default: 'month' },
    { name: 'clock', kind: 'choice', options: ['calendar', 'rolling'], default: 'calendar' },
    { name: 'model', kind: 'choice', options: ['auto', 'sbg'], default: 'auto' },
    { name: 'ahead', kind: 'integer', minimum: 1, maximum: 120, default: null, nullable: true },
  ],
  columns: [
    { name: 'cohort', type: 'text', unit: 'text', means: 'First day of the start period' },
    { name: 'age', type: 'integer', unit: 'age', means: 'Periods since the first order, from 0' },
    { name: 'cohort_size', type: 'integer', unit: 'count', means: 'Customers who started' },
    {
      name: 'customers',
      type: 'integer',
      unit: 'count',
      means: 'Of these, customers who have ordered a second time by then; null where it has not begun',
    },
    { name: 'retention_rate', type: 'number', unit: 'rate', means: 'customers ÷ cohort_size, 0..1' },
    { name: 'low', type: 'number', unit: 'rate', means: 'Lower end of the Wilson 95% interval' },
    { name: 'high', type: 'number', unit: 'rate', means: 'Upper end of the Wilson 95% interval' },
    { name: 'is_complete', type: 'boolean', unit: 'flag', means: 'Over for the last possible joiner' },
    { name: 'closes_on', type: 'date', unit: 'date', means: 'Day on which the counted cell is complete' },
    {
      name: 'is_left_cut',
      type: 'boolean',
      unit: 'flag',
      means: 'May hold customers from before the file began: neither learned from nor projected',
    },
    { name: 'is_likely', type: 'boolean', unit: 'flag', means: 'Has not begun: likely, not counted' },
    {
      name: 'likely_customers',
      type: 'number',
      unit: 'number',
      means: 'Customers likely to have ordered a second time when the cell is complete; null where it is',
    },
    { name: 'likely_rate', type: 'number', unit: 'rate', means: 'likely_customers ÷ cohort_size, 0..1' },
    {
      name: 'likely_low',
      type: 'number',
      unit: 'rate',
      means: 'In one case of ten the share is smaller than so',
    },
    {
      name: 'likely_high',
      type: 'number',
      unit: 'rate',
      means: 'In one case of ten the share is larger than so',
    },
    {
      name: 'is_tested',
      type: 'boolean',
      unit: 'flag',
      means: 'No further ahead than the test looked; null where nothing is likely',
    },
  ],
  sql,
  // The counted cells of the answer are what is fitted to.
  fit: { sql, tables: ['cohort_likely'], keep: 'cohort_projection' },
});
