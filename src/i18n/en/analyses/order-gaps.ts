export const messages = {
  title: 'How long until they return',
  tab: 'How soon',
  question: 'How long until the next order?',
  also: 'time between purchases, purchase interval, inter-purchase time, days between orders, latency, survival, Kaplan–Meier',
  finding: (share: string, days: string) => `${share} of first-time buyers order again within ${days}`,
  most: (from: string, by: string, one: string) =>
    `Most second orders that are seen, three of five, come between day ${from} and ${by}: a reminder has most to win there. ${one}`,
  median: (days: string) => `Half of the first-time buyers are back after ${days}.`,
  noMedian:
    'Fewer than half of the first-time buyers are known to come back, so there is no typical wait for all of them.',
  raw: (days: string) =>
    `Among those who did come back the middle wait is ${days}; that alone is too short, since it leaves out everybody who is still away.`,
  none: 'No first order is old enough yet to say how long customers wait',
  countBy: 'Orders of one day count',
  countBys: { day: 'once', order: 'each' },
  label: 'Curves: the share of customers with a next order, by days since the order before.',
  curve: (number: string) => `after order ${number}`,
  axisX: 'days since the order',
  axisY: 'have ordered again',
  band: '95% interval of the first curve',
  terms: [
    {
      word: 'Kaplan–Meier curve',
      means:
        'The share back by each day, with those who may still come counted for as long as they were watched.',
    },
    { word: 'latency', means: 'Days from one order of a customer to the next.' },
  ],
  heads: {
    order_number: 'After order (0 = all)',
    customers: 'Customers',
    returned: 'With a next order',
    km_median_days: 'Half are back after',
    raw_median_days: 'Middle wait of those back',
    raw_mean_days: 'Mean wait of those back',
    km_p25_days: 'A quarter are back after',
    km_p75_days: 'Three quarters are back after',
    most_from_days: '20% of returns by',
    most_by_days: '80% of returns by',
    longest_days: 'Longest wait watched',
  } as Record<string, string>,
  back: (days: string) => `Back by ${days}`,
  low: (days: string) => `At least, by ${days}`,
  high: (days: string) => `At most, by ${days}`,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'order-gaps': typeof messages;
  }
}
