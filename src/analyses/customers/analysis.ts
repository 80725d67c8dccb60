import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'customers',
  tabs: [{ place: 'customers', tab: 'list', order: 0 }],
  needs: ['orders', 'customers'],
  params: [{ name: 'gaps', kind: 'integer', minimum: 1, maximum: 1000, default: 3 }],
  columns: [
    { name: 'customer', type: 'text', unit: 'text', means: 'The customer’s key in the file' },
    { name: 'name', type: 'text', unit: 'text', means: 'Name on the last order' },
    {
      name: 'status',
      type: 'text',
      unit: 'text',
      means:
        'active, not_yet_back, at_risk, lapsed or lost; null where the file does not say when silence means gone',
    },
    { name: 'net', type: 'number', unit: 'money', means: 'Net of the period' },
    { name: 'orders', type: 'integer', unit: 'count', means: 'Orders in the period' },
    { name: 'last_on', type: 'date', unit: 'date', means: 'Day of the last order' },
    { name: 'days_silent', type: 'integer', unit: 'days', means: 'Days since then, up to as_of' },
    {
      name: 'days_late',
      type: 'integer',
      unit: 'days',
      means: 'Days silent beyond the usual gap, 0 where it is not over; null where there is none',
    },
    {
      name: 'median_gap_days',
      type: 'number',
      unit: 'days',
      means: 'Usual gap: the middle one of those between days of purchase; null with fewer than asked for',
    },
    { name: 'aov', type: 'number', unit: 'money', means: 'Net of these orders ÷ orders' },
    { name: 'first_on', type: 'date', unit: 'date', means: 'Day of the first order of all' },
    { name: 'last_product', type: 'text', unit: 'text', means: 'Product on the first row of the last order' },
    { name: 'last_channel', type: 'text', unit: 'text', means: 'Channel of the last order' },
    { name: 'last_country', type: 'text', unit: 'text', means: 'Country of the last order' },
    {
      name: 'accepts_marketing',
      type: 'boolean',
      unit: 'flag',
      means: 'Accepts marketing, by the last order; null where no column says so',
    },
    { name: 'email', type: 'text', unit: 'text', means: 'E-mail on the last order' },
    { name: 'phone', type: 'text', unit: 'text', means: 'Phone on the last order' },
  ],
  sql,
  net: { columns: ['net'], holds: ['known', 'before_first'], rest: 'not_here' },
});
