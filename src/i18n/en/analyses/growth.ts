export const messages = {
  title: 'New, kept, back and lost',
  tab: 'New and lost',
  question: 'Is the number of customers growing, and from whom does the money come?',
  also: 'customer growth, acquisition, new customers, returning customers, reactivated, quick ratio',
  finding: (customers: string, period: string, fresh: string, back: string) =>
    `${customers} customers ordered in ${period}: ${fresh} new, ${back} who had ordered before`,
  counted: (retained: string, reactivated: string, lost: string, before: string) =>
    `Of those who had ordered before, ${retained} ordered in the ${before} before too and ${reactivated} came back after a pause. ${lost} of the ${before} before did not order.`,
  money: (fresh: string, returning: string, anonymous: string) =>
    `Net: ${fresh} from new customers, ${returning} from older ones, ${anonymous} from orders that name nobody.`,
  leftCut: 'In the first periods of the file, customers who count as new may be older ones.',
  none: 'No period is over yet',
  grain: 'For each',
  grains: { week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  show: 'Show',
  shows: { heads: 'customers', money: 'net' },
  refunds: 'Refunds',
  refundModes: {
    original_order: 'on the order’s date',
    refund_date: 'on their own date',
    none: 'not taken off',
  },
  label: 'Columns over time: what each period’s customers, or its net, are made of.',
  customersUnit: 'customers',
  parts: {
    retained: 'also ordered in the period before',
    reactivated: 'back after a pause',
    new: 'new',
    lost: 'only in the period before',
    net_returning: 'from older customers',
    net_new: 'from new customers',
    net_anonymous: 'from unknown buyers',
  },
  open: 'not over yet',
  heads: {
    period: 'Period',
    new: 'New',
    retained: 'Also in the period before',
    reactivated: 'Back after a pause',
    lost: 'Only in the period before',
    customers: 'Customers',
    net_new: 'Net of new',
    net_returning: 'Net of older',
    net_anonymous: 'Net of unknown buyers',
    is_complete: 'Over',
    is_left_cut: 'New may be older',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    growth: typeof messages;
  }
}
