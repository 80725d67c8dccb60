import { defineAnalysis, GRAINS } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'cohort-retention',
  tabs: [{ place: 'back', tab: 'cohorts', order: 1 }],
  shares_of: () => 'beginners',
  counts_occasions: true,
  tiles: [{ room: 'third', order: 1, params: (days) => ({ grain: days > 700 ? 'quarter' : 'month' }) }],
  needs: ['orders', 'customers'],
  params: [
    { name: 'grain', kind: 'choice', options: GRAINS, default: 'month' },
    { name: 'clock', kind: 'choice', options: ['calendar', 'rolling'], default: 'calendar' },
    { name: 'mode', kind: 'choice', options: ['in_period', 'on_or_after', 'by_then'], default: 'in_period' },
    { name: 'cohort_by', kind: 'attribute', default: null },
    { name: 'segment_by', kind: 'attribute', default: null },
  ],
  columns: [
    {
      name: 'cohort',
      type: 'text',
      unit: 'text',
      means: 'First day of the start period, or the value split by',
    },
    { name: 'age', type: 'integer', unit: 'age', means: 'Periods since the first order, from 0' },
    { name: 'cohort_size', type: 'integer', unit: 'count', means: 'Customers who started' },
    { name: 'customers', type: 'integer', unit: 'count', means: 'Of these, customers who came back' },
    { name: 'retention_rate', type: 'number', unit: 'rate', means: 'customers ÷ cohort_size, 0..1' },
    { name: 'low', type: 'number', unit: 'rate', means: 'Lower end of the Wilson 95% interval' },
    { name: 'high', type: 'number', unit: 'rate', means: 'Upper end of the Wilson 95% interval' },
    { name: 'is_complete', type: 'boolean', unit: 'flag', means: 'Over for the last possible joiner' },
    {
      name: 'segment',
      type: 'text',
      unit: 'text',
      means: 'Value on the first order; null without segment_by',
    },
    { name: 'closes_on', type: 'date', unit: 'date', means: 'Day on which the cell is complete' },
    {
      name: 'is_left_cut',
      type: 'boolean',
      unit: 'flag',
      means: 'May hold customers from before the file began',
    },
  ],
  sql,
});
