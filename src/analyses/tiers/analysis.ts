import { defineAnalysis } from '../define';
import sql from './query.sql?raw';

export default defineAnalysis({
  id: 'tiers',
  tabs: [{ place: 'customers', tab: 'tiers', order: 3 }],
  shares_of: () => 'scored',
  needs: ['orders', 'customers', 'amounts'],
  params: [
    {
      name: 'thresholds',
      kind: 'pattern',
      pattern: '\\d+(\\.\\d+)?,\\d+(\\.\\d+)?',
      says: 'two numbers such as 200,500: the net of 12 months from which Silver and Gold begin',
      default: null,
      kept: true,
    },
  ],
  columns: [
    { name: 'customer', type: 'text', unit: 'text', means: 'The customer’s key in the file' },
    { name: 'tier', type: 'text', unit: 'text', means: 'gold, silver, bronze or none on as_of' },
    {
      name: 'since_on',
      type: 'date',
      unit: 'date',
      means: 'Day on which this tier began; null for those who never had one',
    },
    { name: 'tier_before', type: 'text', unit: 'text', means: 'The tier before that day' },
    { name: 'net_12_months', type: 'number', unit: 'money', means: 'Net of the 12 months up to as_of' },
    { name: 'tier_90_days_ago', type: 'text', unit: 'text', means: 'The tier 90 days before as_of' },
    {
      name: 'moved',
      type: 'text',
      unit: 'text',
      means: 'up, down or same since then; new for those whose first order is younger',
    },
    {
      name: 'changes_on',
      type: 'date',
      unit: 'date',
      means: 'Day on which the tier will change if nothing is bought until then',
    },
    { name: 'changes_to', type: 'text', unit: 'text', means: 'The tier from that day on' },
    {
      name: 'history',
      type: 'text',
      unit: 'text',
      means: 'Every day on which the tier changed and the tier from then on, the first one first',
    },
    {
      name: 'silver_from',
      type: 'number',
      unit: 'money',
      means: 'Net of 12 months from which Silver begins; the same in each row',
    },
    {
      name: 'gold_from',
      type: 'number',
      unit: 'money',
      means: 'Net of 12 months from which Gold begins; the same in each row',
    },
  ],
  sql,
  net: { columns: ['net_12_months'], holds: ['known'], rest: 'not_here' },
});
