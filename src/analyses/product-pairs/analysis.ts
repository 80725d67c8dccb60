import { defineAnalysis, JUDGED } from '../define';
import { judgePairs } from './shape';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'product-pairs',
  tabs: [{ place: 'products', tab: 'together', order: 2 }],
  needs: ['orders', 'products'],
  params: [{ name: 'least', kind: 'integer', minimum: 1, maximum: 1_000_000, default: 10 }],
  columns: [
    {
      name: 'product',
      type: 'text',
      unit: 'text',
      means: 'The product of the two that is in more orders; of equal ones the first by name',
    },
    { name: 'other_product', type: 'text', unit: 'text', means: 'The other one' },
    { name: 'orders', type: 'integer', unit: 'count', means: 'Valid orders with both' },
    { name: 'product_orders', type: 'integer', unit: 'count', means: 'Valid orders with the one' },
    { name: 'other_orders', type: 'integer', unit: 'count', means: 'Valid orders with the other' },
    { name: 'all_orders', type: 'integer', unit: 'count', means: 'Valid orders with any product' },
    { name: 'support', type: 'number', unit: 'rate', means: 'orders ÷ all_orders, 0..1' },
    { name: 'confidence', type: 'number', unit: 'rate', means: 'orders ÷ product_orders, 0..1' },
    { name: 'other_confidence', type: 'number', unit: 'rate', means: 'orders ÷ other_orders, 0..1' },
    {
      name: 'lift',
      type: 'number',
      unit: 'number',
      means: 'How many times as often together as if they had nothing to do with each other',
    },
    {
      name: 'lift_low',
      type: 'number',
      unit: 'number',
      means: 'Lower end of its 95% interval, by which rows are sorted',
    },
    { name: 'lift_high', type: 'number', unit: 'number', means: 'Upper end of that interval' },
    ...JUDGED,
  ],
  sql,
  judge: judgePairs,
});
