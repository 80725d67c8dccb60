export const messages = {
  title: 'Spending as they stay',
  tab: 'Tenure',
  question: 'Do customers spend more the longer they stay?',
  also: 'customer age, AOV over time, order value, spend by tenure, loyalty',
  finding: {
    more: (late: string, unit: string, from: string, to: string, early: string) =>
      `A customer brings ${late} a ${unit} in ${unit}s ${from} to ${to}, more than the ${early} early on`,
    less: (late: string, unit: string, from: string, to: string, early: string) =>
      `A customer brings ${late} a ${unit} in ${unit}s ${from} to ${to}, less than the ${early} early on`,
  },
  none: 'Too few customers have been watched for long enough to say how spending goes on',
  counted: (eligible: string, age: string, unit: string) =>
    `The lower line holds every customer who was watched that long: ${eligible} at ${unit} ${age}.`,
  survivors:
    'The dashed line holds only those who order then or later. It lies higher because those who left are gone from it; it does not show that anybody spends more.',
  length: 'Count time in',
  lengths: { '30': 'months of 30 days', '91': 'quarters of 91 days', '365': 'years of 365 days' },
  units: { '30': 'month', '91': 'quarter', '365': 'year' },
  refunds: 'Refunds',
  refundModes: {
    original_order: 'on the order’s date',
    refund_date: 'on their own date',
    none: 'not taken off',
  },
  label:
    'Two curves: net per customer by time since the first order, for all who were watched, and for those who stayed.',
  all: 'all customers',
  stayed: 'those who stayed',
  axisX: (unit: string) => `${unit}s since the first order`,
  axisY: (unit: string, money: string) => `net per customer and ${unit}, ${money}`,
  terms: [
    { word: 'tenure', means: 'How long somebody has been a customer: time since the first order.' },
    {
      word: 'survivorship bias',
      means: 'Looking only at those who stayed makes spending seem to grow, though nobody may spend more.',
    },
  ],
  heads: {
    ...{ age: 'Since the first order', eligible: 'Watched that long', survivors: 'Still customers' },
    ...{ buyers: 'Ordered then', orders: 'Orders', net: 'Net', net_per_customer: 'Net per customer' },
    ...{ net_per_survivor: 'Net per one who stayed', aov: 'Net per order' },
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    tenure: typeof messages;
  }
}
