import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'overdue',
  tabs: [{ place: 'losing', tab: 'late', order: 2 }],
  tiles: [{ room: 'third', order: 2 }],
  needs: ['orders', 'customers'],
  params: [{ name: 'gaps', kind: 'integer', minimum: 1, maximum: 1000, default: 3 }],
  columns: [
    { name: 'customer', type: 'text', unit: 'text', means: 'The customer’s key in the file' },
    { name: 'last_on', type: 'date', unit: 'date', means: 'Day of the last order' },
    { name: 'days_silent', type: 'integer', unit: 'days', means: 'Days since then, up to as_of' },
    {
      name: 'gaps',
      type: 'integer',
      unit: 'count',
      means: 'Gaps between days of purchase; at least as many as asked for',
    },
    { name: 'median_gap_days', type: 'number', unit: 'days', means: 'The middle one of these gaps' },
    {
      name: 'overdue',
      type: 'number',
      unit: 'number',
      means: 'days_silent ÷ median_gap_days: 1 is as long as usual',
    },
    {
      name: 'net_12_months',
      type: 'number',
      unit: 'money',
      means: 'Net of the 12 months up to the last order',
    },
    {
      name: 'is_lapsed',
      type: 'boolean',
      unit: 'flag',
      means: 'Silent for longer than the lapse point of the shop; null where there is none',
    },
    { name: 'last_product', type: 'text', unit: 'text', means: 'Product on the first row of the last order' },
    { name: 'name', type: 'text', unit: 'text', means: 'Name on the last order' },
    { name: 'email', type: 'text', unit: 'text', means: 'E-mail on the last order' },
    { name: 'phone', type: 'text', unit: 'text', means: 'Phone on the last order' },
  ],
  sql,
  net: { columns: ['net_12_months'], holds: ['known'], rest: 'not_here' },
});
