import { count, plural } from '../../numbers';

export const messages = {
  title: 'What they bring',
  tab: 'So far',
  question: 'What do the customers who first bought in a period bring, then and since?',
  also: 'LTV, CLV, lifetime value, historic value, revenue per customer, ARPU, AOV, average order value, cohort',
  measure: 'Show',
  measures: {
    cumulative: 'net per customer so far',
    net_per_customer: 'net per customer in the period',
    cumulative_margin: 'margin per customer so far',
    margin_per_customer: 'margin per customer in the period',
    cumulative_orders: 'orders per customer so far',
    orders: 'orders per customer in the period',
    aov: 'net per order',
  },
  refunds: 'Refunds',
  refundModes: {
    original_order: 'on the order’s date',
    refund_date: 'on their own date',
    none: 'not taken off',
  },
  finding: (amount: string, when: string) => `A new customer brings ${amount} ${when}`,
  after: {
    day: (n: number) =>
      plural(n, { one: 'by the end of 1 more day', other: `by the end of ${count(n)} more days` }),
    week: (n: number) =>
      plural(n, { one: 'by the end of 1 more week', other: `by the end of ${count(n)} more weeks` }),
    month: (n: number) =>
      plural(n, { one: 'by the end of 1 more month', other: `by the end of ${count(n)} more months` }),
    quarter: (n: number) =>
      plural(n, { one: 'by the end of 1 more quarter', other: `by the end of ${count(n)} more quarters` }),
    year: (n: number) =>
      plural(n, { one: 'by the end of 1 more year', other: `by the end of ${count(n)} more years` }),
  },
  first: {
    day: 'on the day of the first order',
    week: 'in the week of the first order',
    month: 'in the month of the first order',
    quarter: 'in the quarter of the first order',
    year: 'in the year of the first order',
  },
  counted: (of: string) => `Counted over ${of} customers, those who never came back included.`,
  tooYoung: 'No group is old enough yet to say what a customer brings',
  onlyOld: 'These groups may hold older customers, so what all of them brought together is not counted',
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'cohort-value': typeof messages;
  }
}
