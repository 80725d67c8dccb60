import type { Profile } from '../profile';

/** One sum a customer, without dates. */
export default {
  id: 'quickbooks-summary',
  name: 'QuickBooks Sales by Customer Summary',
  seen: 'memory',
  columns: 2,
  fingerprint: ['column_1', 'Total'],
  fields: {},
  refuse: { id: 'quickbooks-summary', values: {} },
} satisfies Profile;
