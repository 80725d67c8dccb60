import { defineAnalysis, JUDGED } from '../define';
import { CREDITS, HORIZONS, judgeFirsts } from './shape';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'first-order',
  tabs: [
    { place: 'back', tab: 'first-product', order: 4 },
    { place: 'products', tab: 'best-first', order: 5 },
  ],
  shares_of: () => 'first_counted',
  counts_occasions: true,
  tiles: [{ room: 'third', order: 3 }],
  needs: ['orders', 'customers', 'first_orders'],
  params: [
    { name: 'by', kind: 'attribute', default: null },
    { name: 'horizon', kind: 'choice', options: HORIZONS, default: '365' },
    { name: 'credit', kind: 'choice', options: CREDITS, default: 'each' },
    { name: 'least', kind: 'integer', minimum: 1, maximum: 1_000_000, default: 30 },
  ],
  columns: [
    {
      name: 'attribute',
      type: 'text',
      unit: 'text',
      means: 'What is compared: product, channel, discount …',
    },
    { name: 'value', type: 'text', unit: 'text', means: 'Its value on the first order' },
    { name: 'customers', type: 'integer', unit: 'count', means: 'Customers who began so' },
    ...HORIZONS.flatMap(
      (days) =>
        [
          {
            name: `eligible_${days}`,
            type: 'integer',
            unit: 'count',
            means: `Of these, customers whose first order is ${days} days old`,
          },
          {
            name: `back_${days}`,
            type: 'integer',
            unit: 'count',
            means: `Of these, customers with a second order up to ${days} days after the first`,
          },
          {
            name: `rate_${days}`,
            type: 'number',
            unit: 'rate',
            means: `back_${days} ÷ eligible_${days}, 0..1`,
          },
        ] as const,
    ),
    {
      name: 'eligible',
      type: 'integer',
      unit: 'count',
      means: 'Customers old enough for the horizon asked for',
    },
    { name: 'rate', type: 'number', unit: 'rate', means: 'Share with a second order within the horizon' },
    { name: 'low', type: 'number', unit: 'rate', means: 'Lower end of the Wilson 95% interval' },
    { name: 'high', type: 'number', unit: 'rate', means: 'Upper end of the Wilson 95% interval' },
    { name: 'difference', type: 'number', unit: 'rate', means: 'rate less that of all customers' },
    {
      name: 'difference_low',
      type: 'number',
      unit: 'rate',
      means: 'Lower end of its 95% interval (Newcombe): the sure bound, by which rows are sorted',
    },
    { name: 'difference_high', type: 'number', unit: 'rate', means: 'Upper end of that interval' },
    {
      name: 'value_365',
      type: 'number',
      unit: 'money',
      means: 'Net per customer in days 0 to 364 since the first order, of those as old',
    },
    {
      name: 'refund_share',
      type: 'number',
      unit: 'rate',
      means: 'Part of their sales in these days that was given back; null where refunds are not taken off',
    },
    {
      name: 'back',
      type: 'integer',
      unit: 'count',
      means: 'Of the eligible, those with a second order in the horizon',
    },
    {
      name: 'all_eligible',
      type: 'integer',
      unit: 'count',
      means: 'All customers old enough; the same in each row',
    },
    {
      name: 'all_back',
      type: 'integer',
      unit: 'count',
      means: 'Of these, those with a second order; the same in each row',
    },
    ...JUDGED,
  ],
  sql,
  judge: judgeFirsts,
});
