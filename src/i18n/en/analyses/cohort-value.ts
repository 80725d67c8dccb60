export const messages = {
  title: 'What they bring',
  question: 'What do the customers who first bought in a period bring, then and since?',
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
  after: (count: string, units: string) => `by the end of ${count} more ${units}`,
  first: (unit: string) => `in the ${unit} of the first order`,
  counted: (of: string) => `Counted over ${of} customers, those who never came back included.`,
  tooYoung: 'No group is old enough yet to say what a customer brings',
  onlyOld: 'These groups may hold older customers, so what all of them brought together is not counted',
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'cohort-value': typeof messages;
  }
}
