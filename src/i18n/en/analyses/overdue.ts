import { count, plural } from '../../numbers';

export const messages = {
  title: 'Who is late',
  tab: 'Late',
  question: 'Which regulars are later than is usual for them?',
  also: 'overdue, due, reminder, reorder, replenishment, expected next order, churn risk',
  tile: {
    title: (n: number) =>
      `To call: ${plural(n, { one: '1 regular is late', other: `${count(n)} regulars are late` })}`,
    name: 'Customer',
    net: 'Last 12 months',
    silent: 'Not seen for',
  },
  finding: (customers: string, net: string | null) =>
    net === null
      ? `${customers} regulars have been away for more than twice their usual gap`
      : `${customers} regulars have been away for more than twice their usual gap, worth ${net} a year`,
  nobody: 'No regular has been away for more than twice the usual gap',
  none: 'No customer has three gaps between orders yet',
  who: (customers: string) => `Of ${customers} customers with at least three gaps between their orders.`,
  usual:
    '“Usual” is each one’s own middle gap: a weekly buyer is late after two weeks, a yearly one after two years.',
  noLine:
    'This file does not say when silence means gone, so nobody is left out of the list as gone already.',
  gone: (customers: string) =>
    `${customers} more are that late and silent for longer than the lapse point of the shop; they are under “Gone” in “Who is slipping away”.`,
  label: 'Bars: how late the regulars are, in their own usual gaps.',
  bands: {
    onTime: 'Not due yet',
    due: 'Up to twice as long',
    late: '2 to 3 times as long',
    veryLate: '3 to 5 times as long',
    most: 'More than 5 times',
  },
  bar: (customers: string, net: string | null) => (net === null ? customers : `${customers} · ${net} a year`),
  list: (customers: string) => `Late, and still within reach: ${customers} customers`,
  listOf: (band: string, customers: string) => `${band}: ${customers} customers`,
  term: 'late',
  means: 'Overdue: the days since the last order, divided by the customer’s own middle gap between orders.',
  heads: {
    customer: 'Customer',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    last_on: 'Last order',
    days_silent: 'Not seen for',
    median_gap_days: 'Usual gap',
    overdue: 'Times the usual gap',
    net_12_months: 'Net of their last year',
    gaps: 'Gaps',
    last_product: 'Last product',
  },
  bandHeads: {
    band: 'Since the last order',
    customers: 'Customers',
    net_12_months: 'Net of their last year',
    gone: 'Of them gone',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    overdue: typeof messages;
  }
}
