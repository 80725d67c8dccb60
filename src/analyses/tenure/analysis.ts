import { defineAnalysis } from '../define';
import { LENGTHS } from './shape';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'tenure',
  tabs: [{ place: 'value', tab: 'tenure', order: 6 }],
  shares_of: () => 'beginners',
  needs: ['orders', 'customers', 'amounts'],
  params: [{ name: 'length_days', kind: 'choice', options: LENGTHS, default: '30' }],
  columns: [
    {
      name: 'age',
      type: 'integer',
      unit: 'age',
      means: 'Whole lengths of days since each customer’s own first order, from 0',
    },
    { name: 'eligible', type: 'integer', unit: 'count', means: 'Customers watched to the end of this age' },
    {
      name: 'survivors',
      type: 'integer',
      unit: 'count',
      means: 'Of these, customers with an order at this age or later',
    },
    {
      name: 'buyers',
      type: 'integer',
      unit: 'count',
      means: 'Of these, customers with an order at this age',
    },
    { name: 'orders', type: 'integer', unit: 'count', means: 'Their valid orders at this age' },
    { name: 'net', type: 'number', unit: 'money', means: 'Their sales less refunds at this age' },
    { name: 'net_per_customer', type: 'number', unit: 'money', means: 'net ÷ eligible' },
    {
      name: 'net_per_survivor',
      type: 'number',
      unit: 'money',
      means: 'net ÷ survivors: looks like growth, since those who left are gone from it',
    },
    { name: 'aov', type: 'number', unit: 'money', means: 'net ÷ orders; null where there is no order' },
  ],
  sql,
  net: { columns: ['net'], holds: ['known'], rest: 'not_here' },
});
