import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'template',
  tabs: [{ place: 'home', tab: 'weekdays', order: 9 }],
  needs: ['orders', 'customers'],
  params: [{ name: 'which', kind: 'choice', options: ['all', 'first'], default: 'all' }],
  columns: [
    { name: 'weekday', type: 'integer', unit: 'count', means: 'Day of the week, Monday = 1' },
    { name: 'orders', type: 'integer', unit: 'count', means: 'Orders on that day of the week' },
    { name: 'customers', type: 'integer', unit: 'count', means: 'Customers who have one of them' },
    { name: 'sales', type: 'number', unit: 'money', means: 'Their sales, before refunds' },
    {
      name: 'share',
      type: 'number',
      unit: 'rate',
      means: 'orders ÷ orders of all days; null without orders',
    },
  ],
  sql,
});
