import { defineAnalysis } from '../define';
import { MOST_SHOWN } from './shape';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'product-flow',
  tabs: [{ place: 'products', tab: 'first-to-next', order: 4 }],
  shares_of: () => 'first_counted',
  needs: ['orders', 'customers', 'products'],
  params: [{ name: 'top', kind: 'integer', minimum: 1, maximum: MOST_SHOWN, default: MOST_SHOWN }],
  columns: [
    {
      name: 'product',
      type: 'text',
      unit: 'text',
      means: 'The product of the first order’s largest line; null for all others together',
    },
    { name: 'next_product', type: 'text', unit: 'text', means: 'The same of the next order' },
    {
      name: 'customers',
      type: 'integer',
      unit: 'count',
      means: 'Customers who went from the one to the other',
    },
    {
      name: 'began',
      type: 'integer',
      unit: 'count',
      means: 'Customers who began with the product and ordered again',
    },
    { name: 'rate', type: 'number', unit: 'rate', means: 'customers ÷ began, 0..1' },
    {
      name: 'again',
      type: 'integer',
      unit: 'count',
      means: 'Of the customers, those whose two products are the same one',
    },
    {
      name: 'untold',
      type: 'integer',
      unit: 'count',
      means: 'Of the customers, those of whom the file does not say which line was the largest',
    },
    {
      name: 'went_on',
      type: 'integer',
      unit: 'count',
      means: 'All customers with a next order: the sum of the rows',
    },
  ],
  sql,
});
