import type { Profile } from '../profile';

/** One sum a customer, without dates. */
export default {
  id: 'quickbooks-summary',
  name: 'QuickBooks Sales by Customer Summary',
  seen: 'memory',
  columns: 2,
  fingerprint: ['column_1', 'Total'],
  fields: {},
  refuse: {
    message: 'This file is a summary: one sum for each customer, without dates or orders.',
    next: 'In QuickBooks, run the report Sales by Customer Detail, export it and drop that file.',
  },
} satisfies Profile;
