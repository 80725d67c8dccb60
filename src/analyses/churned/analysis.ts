import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'churned',
  tabs: [{ place: 'losing', tab: 'slipping-away', order: 1 }],
  needs: ['orders', 'customers'],
  params: [
    { name: 'rule', kind: 'choice', options: ['lapse', 'percentile', 'days'], default: 'lapse' },
    { name: 'days', kind: 'integer', minimum: 1, maximum: 36_500, default: 90 },
    { name: 'at_risk_under', kind: 'number', minimum: 0, maximum: 1, default: 0.5 },
    { name: 'lapsed_under', kind: 'number', minimum: 0, maximum: 1, default: 0.2 },
  ],
  columns: [
    { name: 'customer', type: 'text', unit: 'text', means: 'The customer’s key in the file' },
    { name: 'last_on', type: 'date', unit: 'date', means: 'Day of the last order' },
    { name: 'days_silent', type: 'integer', unit: 'days', means: 'Days since then, up to as_of' },
    {
      name: 'status',
      type: 'text',
      unit: 'text',
      means: 'active, not_yet_back, at_risk, lapsed or lost; null where the rule finds no line',
    },
    {
      name: 'net_12_months',
      type: 'number',
      unit: 'money',
      means: 'Net of the 12 months up to the last order',
    },
    {
      name: 'crossed_on',
      type: 'date',
      unit: 'date',
      means: 'Day on which the silence became longer than the rule allows; null before it',
    },
    { name: 'orders', type: 'integer', unit: 'count', means: 'Orders up to as_of' },
    { name: 'first_on', type: 'date', unit: 'date', means: 'Day of the first order' },
    { name: 'last_product', type: 'text', unit: 'text', means: 'Product on the first row of the last order' },
    { name: 'last_channel', type: 'text', unit: 'text', means: 'Channel of the last order' },
    { name: 'last_country', type: 'text', unit: 'text', means: 'Country of the last order' },
    {
      name: 'last_has_discount',
      type: 'boolean',
      unit: 'flag',
      means: 'The last order had a discount or a code',
    },
    { name: 'name', type: 'text', unit: 'text', means: 'Name on the last order' },
    { name: 'email', type: 'text', unit: 'text', means: 'E-mail on the last order' },
    { name: 'phone', type: 'text', unit: 'text', means: 'Phone on the last order' },
    {
      name: 'at_risk_days',
      type: 'integer',
      unit: 'days',
      means: 'Days from which a customer is at risk; the same in each row',
    },
    {
      name: 'lapse_days',
      type: 'integer',
      unit: 'days',
      means: 'The days of the rule; the same in each row',
    },
  ],
  sql,
  net: { columns: ['net_12_months'], holds: ['known'], rest: 'not_here' },
});
