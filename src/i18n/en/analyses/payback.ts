import { count, plural } from '../../numbers';

export const messages = {
  title: 'What a new customer costs',
  tab: 'Payback',
  question: 'What does a new customer cost, and when is that brought back?',
  also: 'CAC, customer acquisition cost, LTV to CAC, LTV:CAC, CPA, ROAS, marketing, payback period',
  finding: {
    all: (cac: string, months: string) =>
      `A new customer costs ${cac} and has brought that back within ${months}`,
    some: (cac: string, paid: string, of: string, months: string) =>
      `A new customer costs ${cac}; ${paid} of ${of} months are paid back, mostly within ${months}`,
    not: (cac: string, best: string) =>
      `A new customer costs ${cac}, and no month is paid back yet: the best has ${best} of it`,
  },
  none: 'Say what you spent to win customers, month by month, and see when it comes back',
  noSpend: 'Without that, nobody can say what a new customer costs; it is not taken for 0.',
  brings: (amount: string, customers: string) =>
    `In the first 365 days a new customer brings ${amount}, over ${customers} customers whose first year is over.`,
  counted: (customers: string, months: string) => `Over ${customers} new customers of ${months} with spend.`,
  onNet: 'Counted on net: goods and their cost are not taken off. Give the margin to count what is left.',
  onMargin: (margin: string) => `Counted on margin: ${margin} of net.`,
  onCost: 'Counted on margin: net less what the file says the goods cost.',
  unsaid: 'as the file says, else all of it',
  leftCut: 'The first months may count customers from before the file begins as new ones.',
  months: (n: number) => plural(n, { one: '1 month', other: `${count(n)} months` }),
  sameMonth: 'the month itself',
  spend: 'Spent to win customers, one month a line',
  spendHint: 'Such as “2024-01 1200”. It stays on this computer.',
  badLine: (line: string) => `Line ${line} is not a month and an amount, such as “2024-01 1200”.`,
  use: 'Use these amounts',
  margin: 'Of net is left as margin',
  margins: (share: string) => share,
  label: 'Bars by start month: how much of the cost of a new customer has come back.',
  labelNone: 'Bars by start month: what a new customer has brought so far.',
  bar: (share: string, months: string) => `${share}, back within ${months}`,
  notYet: (share: string, months: string) => `${share} after ${months}`,
  terms: [
    {
      word: 'CAC',
      means: 'Customer acquisition cost: what was spent in a month, divided by its new customers.',
    },
    { word: 'payback', means: 'The first month at whose end the margin per customer has reached the cost.' },
    { word: 'LTV : CAC', means: 'What a customer brings (here in 90, 180 or 365 days) divided by the cost.' },
  ],
  heads: {
    ...{ cohort: 'Started in', customers: 'New customers', spend: 'Spent', cac: 'Cost of a new customer' },
    ...{
      watched_months: 'Months watched',
      margin_per_customer: 'Brought so far',
      payback_months: 'Back within',
    },
    ...{
      back_share: 'Came back',
      value_90: 'In 90 days',
      value_180: 'In 180 days',
      value_365: 'In 365 days',
    },
    ...{ is_left_cut: 'May be older customers', is_by_cost: 'Costs from the file' },
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    payback: typeof messages;
  }
}
