export const messages = {
  title: 'How much the best bring',
  tab: 'Best customers',
  question: 'How much of the net comes from how few customers?',
  also: 'Pareto, 80/20, Lorenz curve, Gini, top customers, whales, deciles, concentration',
  finding: (part: string, share: string) => `The best ${part} of the customers bring ${share} of the net`,
  counted: (top: string, customers: string, net: string, whole: string) =>
    `${top} of ${customers} customers bring ${net} of ${whole}.`,
  eighty: (customers: string, share: string) =>
    `80% of the net comes from ${customers} customers, ${share} of all.`,
  gini: (gini: string) =>
    `Gini coefficient ${gini}: 0 where all bring the same, close to 1 where one brings everything.`,
  negative: (customers: string) => `${customers} got back more than they paid; they stand last.`,
  none: 'The net of these customers is not above zero, so there is nothing to share out',
  window: 'Count the orders of',
  windows: {
    '6': 'the last 6 months',
    '12': 'the last 12 months',
    '24': 'the last 24 months',
    all: 'the whole file',
  },
  refunds: 'Refunds',
  refundModes: {
    original_order: 'on the order’s date',
    refund_date: 'on their own date',
    none: 'not taken off',
  },
  label: 'Curve: the share of the net that the best part of the customers bring.',
  curve: 'this shop',
  equal: 'if all brought the same',
  axisX: 'part of the customers, best first',
  axisY: 'part of the net',
  heads: { part: 'Best part of the customers', customers: 'Customers', net_share: 'Part of the net' },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    concentration: typeof messages;
  }
}
