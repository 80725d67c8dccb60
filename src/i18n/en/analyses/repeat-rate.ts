import { count, plural } from '../../numbers';

export const messages = {
  title: 'Who orders a second time',
  tab: 'Second order',
  question: 'How many customers order a second time?',
  also: 'repeat purchase rate, repeat rate, RPR, repurchase, one-time buyers, second purchase',
  finding: {
    matured: (rate: string, window: string) => `${rate} of new customers order again within ${window}`,
    all: (rate: string, window: string) =>
      `${rate} of the customers of the last ${window} ordered at least twice`,
  },
  counted: (n: string, of: string, low: string, high: string) =>
    `${n} of ${of}; the true share lies between ${low} and ${high} (95%).`,
  occasions: (orders: string, days: string) =>
    `Counted by orders it is ${orders}; counted by days of purchase, where a second order on the same day is no return, it is ${days}.`,
  matured: 'Only customers whose first order is that long ago are counted: the others still have time.',
  all: 'Customers who first bought lately have had no time to order again, so this share says less than it seems to.',
  tooYoung: 'No customer’s first order is old enough yet to say how many come back',
  whom: 'Count',
  whoms: { true: 'new customers who have had the whole time', false: 'everybody who bought in that time' },
  lengths: {
    months: (n: number) => plural(n, { one: '1 month', other: `${count(n)} months` }),
    days: (n: number) => plural(n, { one: '1 day', other: `${count(n)} days` }),
  },
  label: 'Bars: the share of customers with a second order, for each length of time.',
  bar: (rate: string, n: string, of: string) => `${rate} (${n} of ${of})`,
  heads: {
    window: 'Within',
    eligible: 'Customers',
    repeaters: 'With a second order',
    rate: 'Share',
    low: 'At least',
    high: 'At most',
    from_on: 'From',
    to_on: 'To',
    rate_by_orders: 'Share by orders',
    rate_by_days: 'Share by days',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'repeat-rate': typeof messages;
  }
}
