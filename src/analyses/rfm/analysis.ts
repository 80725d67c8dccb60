import { defineAnalysis } from '../define';
import sql from './query.sql?raw';
import { STANDARD_F_CUTS, STANDARD_SQUARES } from './groups';

const CUTS = {
  kind: 'pattern',
  pattern: '-?\\d+(\\.\\d+)?(,-?\\d+(\\.\\d+)?){3}',
  says: 'four rising numbers such as 1,2,4,7, each the largest value of a score',
  kept: true,
} as const;

export default defineAnalysis({
  id: 'rfm',
  tabs: [{ place: 'customers', tab: 'regulars', order: 2 }],
  shares_of: () => 'scored',
  needs: ['orders', 'customers', 'amounts'],
  params: [
    { name: 'scoring', kind: 'choice', options: ['cume_dist', 'cut', 'ntile'], default: 'cume_dist' },
    { name: 'window_months', kind: 'integer', minimum: 1, maximum: 1200, default: 24, nullable: true },
    { name: 'r_cuts', ...CUTS, default: null },
    { name: 'f_cuts', ...CUTS, default: STANDARD_F_CUTS },
    { name: 'm_cuts', ...CUTS, default: null },
    {
      name: 'squares',
      kind: 'pattern',
      pattern: '[A-K]{25}',
      says: 'a letter from A to K, the group, for each of the 25 squares, first those of R 1 from F 1 to 5',
      default: STANDARD_SQUARES,
      kept: true,
    },
    { name: 'compared_on', kind: 'date', default: null },
  ],
  columns: [
    { name: 'customer', type: 'text', unit: 'text', means: 'The customer’s key in the file' },
    { name: 'recency_days', type: 'integer', unit: 'days', means: 'Days since the last order, up to as_of' },
    { name: 'frequency', type: 'integer', unit: 'count', means: 'Orders in the window' },
    { name: 'monetary', type: 'number', unit: 'money', means: 'Net in the window' },
    { name: 'r', type: 'integer', unit: 'count', means: 'Score of recency, 1 to 5: 5 bought last' },
    { name: 'f', type: 'integer', unit: 'count', means: 'Score of frequency, 1 to 5' },
    { name: 'm', type: 'integer', unit: 'count', means: 'Score of net, 1 to 5; 1 where it is not above 0' },
    { name: 'group', type: 'text', unit: 'text', means: 'The group of the square of r and f' },
    {
      name: 'r_up_to',
      type: 'number',
      unit: 'days',
      means: 'Most days that still have this r; null for 1',
    },
    {
      name: 'f_up_to',
      type: 'number',
      unit: 'count',
      means: 'Most orders that still have this f; null for 5',
    },
    { name: 'm_up_to', type: 'number', unit: 'money', means: 'Most net that still has this m; null for 5' },
    {
      name: 'group_before',
      type: 'text',
      unit: 'text',
      means: 'The group on compared_on by the same cuts; null for those who were no customers then',
    },
    {
      name: 'scored',
      type: 'integer',
      unit: 'count',
      means: 'Customers scored against each other, shown or not; the same in each row',
    },
  ],
  sql,
  net: { columns: ['monetary'], holds: ['known', 'before_first'], rest: 'not_here' },
});
