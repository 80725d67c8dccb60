import { defineAnalysis, GRAINS } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'growth',
  group: 'shop',
  place: 3,
  needs: ['orders', 'customers'],
  params: [{ name: 'grain', kind: 'choice', options: GRAINS, default: 'month' }],
  columns: [
    { name: 'period', type: 'date', unit: 'date', means: 'First day of the period' },
    { name: 'new', type: 'integer', unit: 'count', means: 'Customers with their first order ever in it' },
    {
      name: 'retained',
      type: 'integer',
      unit: 'count',
      means: 'Customers who ordered in it and in the period before',
    },
    {
      name: 'reactivated',
      type: 'integer',
      unit: 'count',
      means: 'Older customers who ordered in it and not in the period before',
    },
    {
      name: 'lost',
      type: 'integer',
      unit: 'count',
      means: 'Customers of the period before who did not order in it',
    },
    { name: 'customers', type: 'integer', unit: 'count', means: 'new + retained + reactivated' },
    { name: 'net_new', type: 'number', unit: 'money', means: 'Net of the customers who are new in it' },
    { name: 'net_returning', type: 'number', unit: 'money', means: 'Net of the older customers' },
    {
      name: 'net_anonymous',
      type: 'number',
      unit: 'money',
      means: 'Net of orders that name nobody; in the cash view, of all who are no known customers',
    },
    { name: 'is_complete', type: 'boolean', unit: 'flag', means: 'The period is over' },
    {
      name: 'is_left_cut',
      type: 'boolean',
      unit: 'flag',
      means: 'Its new customers may be older ones, from before the file began',
    },
  ],
  sql,
  net: {
    columns: ['net_new', 'net_returning', 'net_anonymous'],
    holds: ['known', 'anonymous', 'before_first'],
    rest: 'before_first',
  },
});
