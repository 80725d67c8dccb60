export const messages = {
  title: 'Value to come, by start',
  tab: 'By start',
  question: 'Which starts bring the customers who are worth most from now on?',
  also: 'LTV, CLV, lifetime value by segment, by channel, acquisition, forecast',
  best: (group: string, each: string, days: string, low: string, high: string) =>
    `Of ${group}, each will bring about ${each} in the next ${days}: in eight cases of ten between ${low} and ${high}`,
  ofPeriod: (period: string) => `the customers who began in ${period}`,
  ofValue: (attribute: string, value: string) =>
    `the customers whose first order had the ${attribute} “${value}”`,
  counted: (customers: string, value: string) => `${customers} customers, ${value} together.`,
  band: 'holds in eight cases of ten',
  none: 'No model speaks for these customers, so nothing is said of groups of them',
  why: 'What customers will bring says why.',
  few: 'Groups of fewer than 30 customers stand in the table, not in the sentence.',
  overlap: 'A first order with several of them counts under each, so the groups do not add up.',
  more: (shown: string, all: string) => `The ${shown} best of ${all} are drawn; the table has them all.`,
  cut: 'The earliest groups may hold customers who are older than the file.',
  noCause:
    'A difference between groups is no cause: their customers bought differently since, for whatever reason.',
  label: 'Bars: what each customer of a group will bring, with the band that holds in eight cases of ten.',
  bar: (each: string, customers: string, all: string) => `${each} each, ${customers} customers, ${all}`,
  by: 'Group by',
  start: 'when they began',
  grain: 'Periods',
  grains: { month: 'months', quarter: 'quarters', year: 'years' },
  heads: {
    cohort: 'Group',
    customers: 'Customers',
    p_alive: 'Still there',
    expected_orders: 'Orders to come',
    expected_value: 'Will bring',
    low: 'at least (9 of 10)',
    high: 'at most (9 of 10)',
    value_per_customer: 'Each',
    low_per_customer: 'Each, at least',
    high_per_customer: 'Each, at most',
    share: 'Of all',
    left_cut_customers: 'May be older',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'clv-by': typeof messages;
  }
}
