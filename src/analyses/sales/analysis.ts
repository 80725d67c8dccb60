import { defineAnalysis, GRAINS } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'sales',
  tabs: [{ place: 'home', tab: 'sales', order: 2 }],
  tiles: [{ room: 'wide', order: 1 }],
  needs: ['orders', 'costs'],
  params: [{ name: 'grain', kind: 'choice', options: GRAINS, default: 'month' }],
  columns: [
    { name: 'period', type: 'date', unit: 'date', means: 'First day of the period' },
    { name: 'orders', type: 'integer', unit: 'count', means: 'Valid orders of the period' },
    {
      name: 'orders_new',
      type: 'integer',
      unit: 'count',
      means: 'Orders of customers whose first order ever lies in it',
    },
    { name: 'orders_returning', type: 'integer', unit: 'count', means: 'Orders of older customers' },
    { name: 'orders_unknown', type: 'integer', unit: 'count', means: 'Orders that name nobody' },
    { name: 'net', type: 'number', unit: 'money', means: 'net_new + net_returning + net_unknown' },
    { name: 'net_new', type: 'number', unit: 'money', means: 'Net of the customers who are new in it' },
    { name: 'net_returning', type: 'number', unit: 'money', means: 'Net of the older customers' },
    {
      name: 'net_unknown',
      type: 'number',
      unit: 'money',
      means: 'Net of orders that name nobody; in the cash view, of all who are no known customers',
    },
    {
      name: 'aov',
      type: 'number',
      unit: 'money',
      means: 'Money of valid orders ÷ orders, in the cash view too; null without orders',
    },
    {
      name: 'margin',
      type: 'number',
      unit: 'money',
      means: 'net less the cost of the goods; null where the file has no cost of one of the orders',
    },
    { name: 'customers', type: 'integer', unit: 'count', means: 'Known customers with an order in it' },
    {
      name: 'customers_new',
      type: 'integer',
      unit: 'count',
      means: 'Of these, customers with their first order ever in it',
    },
    { name: 'customers_returning', type: 'integer', unit: 'count', means: 'customers − customers_new' },
    {
      name: 'net_year_before',
      type: 'number',
      unit: 'money',
      means:
        'Net of the period one year earlier (of days and weeks, 52 weeks); null where the file does not hold all of it',
    },
    {
      name: 'orders_year_before',
      type: 'integer',
      unit: 'count',
      means: 'Orders of that period; null where the file does not hold all of it',
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
    columns: ['net'],
    holds: ['known', 'anonymous', 'before_first'],
    rest: 'before_first',
  },
});
