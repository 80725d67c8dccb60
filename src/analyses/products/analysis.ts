import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'products',
  tabs: [{ place: 'products', tab: 'again', order: 1 }],
  shares_of: () => 'buyers',
  needs: ['orders', 'customers', 'products'],
  params: [{ name: 'least', kind: 'integer', minimum: 1, maximum: 1_000_000, default: 30 }],
  columns: [
    { name: 'product', type: 'text', unit: 'text', means: 'Name as it is written most' },
    { name: 'orders', type: 'integer', unit: 'count', means: 'Valid orders with it, nobody’s too' },
    { name: 'buyers', type: 'integer', unit: 'count', means: 'Known customers who bought it' },
    {
      name: 'repeaters',
      type: 'integer',
      unit: 'count',
      means: 'Of these, those who bought it on two days or more',
    },
    { name: 'repeat_rate', type: 'number', unit: 'rate', means: 'repeaters ÷ buyers, 0..1' },
    { name: 'low', type: 'number', unit: 'rate', means: 'Lower end of the Wilson 95% interval' },
    { name: 'high', type: 'number', unit: 'rate', means: 'Upper end of the Wilson 95% interval' },
    {
      name: 'again_90',
      type: 'number',
      unit: 'rate',
      means: 'Share of purchases followed by another of it within 90 days (Kaplan–Meier)',
    },
    { name: 'again_365', type: 'number', unit: 'rate', means: 'The same within 365 days' },
    { name: 'km_p25_days', type: 'integer', unit: 'days', means: 'Days by which a quarter buy it again' },
    {
      name: 'km_median_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which half buy it again; null where it is not reached',
    },
    {
      name: 'typical_days',
      type: 'integer',
      unit: 'days',
      means: 'Days by which half of those repeats that are seen had happened (Kaplan–Meier)',
    },
    {
      name: 'net',
      type: 'number',
      unit: 'money',
      means: 'Sales less what was given back of it, by the product that the refund names',
    },
    {
      name: 'refund_share',
      type: 'number',
      unit: 'rate',
      means: 'Part of its sales that was given back; null where refunds are not taken off',
    },
  ],
  sql,
  net: { columns: ['net'], holds: ['known', 'anonymous', 'before_first'], rest: 'not_here' },
});
