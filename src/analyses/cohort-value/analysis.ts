import { defineAnalysis, GRAINS } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'cohort-value',
  tabs: [{ place: 'value', tab: 'so-far', order: 1 }],
  shares_of: () => 'beginners',
  needs: ['orders', 'customers', 'amounts', 'costs'],
  params: [
    { name: 'grain', kind: 'choice', options: GRAINS, default: 'month' },
    { name: 'clock', kind: 'choice', options: ['calendar', 'rolling'], default: 'calendar' },
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
    { name: 'orders', type: 'integer', unit: 'count', means: 'Their valid orders at this age' },
    {
      name: 'orders_per_customer',
      type: 'number',
      unit: 'number',
      means: 'orders ÷ cohort_size',
    },
    {
      name: 'cumulative_orders_per_customer',
      type: 'number',
      unit: 'number',
      means: 'orders up to this age ÷ cohort_size',
    },
    { name: 'net', type: 'number', unit: 'money', means: 'Sales less refunds at this age' },
    { name: 'net_per_customer', type: 'number', unit: 'money', means: 'net ÷ cohort_size' },
    {
      name: 'cumulative_net_per_customer',
      type: 'number',
      unit: 'money',
      means: 'net up to this age ÷ cohort_size',
    },
    {
      name: 'margin',
      type: 'number',
      unit: 'money',
      means:
        'net less the cost of the goods at this age; null where the file does not say the cost of all of them',
    },
    { name: 'margin_per_customer', type: 'number', unit: 'money', means: 'margin ÷ cohort_size' },
    {
      name: 'cumulative_margin_per_customer',
      type: 'number',
      unit: 'money',
      means: 'margin up to this age ÷ cohort_size',
    },
    { name: 'aov', type: 'number', unit: 'money', means: 'net ÷ orders; null where there is no order' },
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
  net: {
    columns: ['net'],
    holds: ['known', 'before_first'],
    rest: 'before_first',
    unless: ['cohort_by', 'segment_by'],
  },
});
