import { defineAnalysis } from '../define';
import histories from './histories.sql?raw';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'clv',
  tabs: [{ place: 'value', tab: 'to-come', order: 2 }],
  tiles: [{ room: 'figures', order: 2, isSlow: true }],
  needs: ['orders', 'customers', 'amounts'],
  params: [
    {
      name: 'model',
      kind: 'choice',
      options: ['auto', 'mbg-nbd', 'pareto-nbd', 'bg-nbd', 'mbg-cnbd-k', 'bg-cnbd-k'],
      default: 'auto',
    },
    { name: 'unit', kind: 'choice', options: ['days', 'weeks'], default: 'weeks' },
    { name: 'calibration_end', kind: 'date', default: null },
    { name: 'horizon_days', kind: 'integer', minimum: 1, maximum: 3650, default: 365 },
    { name: 'margin', kind: 'number', minimum: 0, maximum: 1, default: 1 },
    { name: 'discount_rate_per_year', kind: 'number', minimum: 0, maximum: 5, default: 0.1 },
    { name: 'replicates', kind: 'integer', minimum: 0, maximum: 1000, default: 0 },
  ],
  columns: [
    { name: 'customer', type: 'text', unit: 'text', means: 'The customer’s key in the file' },
    {
      name: 'frequency',
      type: 'integer',
      unit: 'count',
      means: 'Repeat occasions: days with an order, less 1',
    },
    {
      name: 'recency',
      type: 'number',
      unit: 'number',
      means: 'From the first to the last occasion, in unit',
    },
    {
      name: 'age',
      type: 'number',
      unit: 'number',
      means: 'From the first occasion to the day of the scores, in unit',
    },
    {
      name: 'p_alive',
      type: 'number',
      unit: 'rate',
      means: 'The chance that the customer still buys, 0..1; null where hidden',
    },
    {
      name: 'expected_orders',
      type: 'number',
      unit: 'number',
      means: 'Occasions expected within the horizon',
    },
    {
      name: 'expected_value',
      type: 'number',
      unit: 'money',
      means: 'Net expected within the horizon × margin, discounted by month',
    },
    {
      name: 'low',
      type: 'number',
      unit: 'money',
      means:
        'Band of orders, its lower end × spend_per_order: one in ten such customers orders no more often',
    },
    {
      name: 'high',
      type: 'number',
      unit: 'money',
      means: 'Band of orders, its upper end × spend_per_order: one in ten such customers orders more often',
    },
    {
      name: 'spread',
      type: 'number',
      unit: 'money',
      means: 'Standard deviation that chance alone gives to what the customer brings',
    },
    { name: 'spend_per_order', type: 'number', unit: 'money', means: 'Mean net expected of an occasion' },
    {
      name: 'next_low_days',
      type: 'integer',
      unit: 'days',
      means: 'Days until one in ten of those still there has bought again',
    },
    {
      name: 'next_high_days',
      type: 'integer',
      unit: 'days',
      means: 'Days until nine in ten of those still there have bought again',
    },
    { name: 'first_on', type: 'date', unit: 'date', means: 'Day of the first occasion' },
    { name: 'last_on', type: 'date', unit: 'date', means: 'Day of the last occasion' },
    {
      name: 'is_left_cut',
      type: 'boolean',
      unit: 'flag',
      means: 'First seen so early that it may be an older customer; not fitted, but scored',
    },
  ],
  sql,
  fit: { sql: histories, tables: ['value_model', 'value_scores'], keep: 'customer_value' },
});
