import { defineAnalysis, JUDGED } from '../define';
import { judgeNexts, SAMES } from './shape';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'next-product',
  tabs: [{ place: 'products', tab: 'next', order: 3 }],
  shares_of: () => 'first_counted',
  needs: ['orders', 'customers', 'products'],
  params: [
    { name: 'least', kind: 'integer', minimum: 1, maximum: 1_000_000, default: 30 },
    { name: 'same', kind: 'choice', options: SAMES, default: 'with' },
  ],
  columns: [
    { name: 'product', type: 'text', unit: 'text', means: 'A product of first orders' },
    { name: 'customers', type: 'integer', unit: 'count', means: 'Customers whose first order had it' },
    { name: 'went_on', type: 'integer', unit: 'count', means: 'Of these, customers with a next order' },
    { name: 'next_product', type: 'text', unit: 'text', means: 'A product of the next order' },
    {
      name: 'next_customers',
      type: 'integer',
      unit: 'count',
      means: 'Of those who went on, customers whose next order had it',
    },
    { name: 'rate', type: 'number', unit: 'rate', means: 'next_customers ÷ went_on, 0..1' },
    { name: 'low', type: 'number', unit: 'rate', means: 'Lower end of the Wilson 95% interval' },
    { name: 'high', type: 'number', unit: 'rate', means: 'Upper end of the Wilson 95% interval' },
    {
      name: 'base_rate',
      type: 'number',
      unit: 'rate',
      means: 'The same share of all customers with a next order, whatever they began with',
    },
    { name: 'difference', type: 'number', unit: 'rate', means: 'rate less base_rate' },
    {
      name: 'difference_low',
      type: 'number',
      unit: 'rate',
      means: 'Lower end of its 95% interval (Newcombe): the sure bound, by which rows are sorted',
    },
    { name: 'difference_high', type: 'number', unit: 'rate', means: 'Upper end of that interval' },
    {
      name: 'all_went_on',
      type: 'integer',
      unit: 'count',
      means: 'All customers with a next order; the same in each row',
    },
    {
      name: 'all_next_customers',
      type: 'integer',
      unit: 'count',
      means: 'Of these, those whose next order had the next product',
    },
    ...JUDGED,
  ],
  sql,
  judge: judgeNexts,
});
