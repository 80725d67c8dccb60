import { count, plural } from '../../numbers';
type Said = Record<string, (figures: Record<string, string>) => string>;

/** Why nothing is said of single customers, as the end of a sentence. */
const hiddenReasons = {
  'few-customers': ({ customers, needed }) =>
    `there are ${customers} customers, and a forecast needs ${needed}`,
  'few-repeaters': ({ repeaters, needed }) =>
    `${repeaters} customers have come back, and a forecast needs ${needed} who have`,
  'short-span': ({ days, needed }) => `the file covers ${days} days, and a forecast needs ${needed}`,
  'no-fit': () => 'these orders follow no pattern that a forecast could rest on',
  'no-backtest': () => 'there are no days left to test a forecast on',
  'total-off': ({ time, expected, actual }) =>
    `tested on ${time}, a forecast said ${expected} orders and ${actual} came; more than 30% off is too much`,
  'outside-range': ({ time, expected, actual, low, high }) =>
    `tested on ${time}, a forecast said ${expected} orders, between ${low} and ${high} at the outside, and ${actual} came`,
  'no-better': ({ time }) => `tested on ${time}, a forecast did no better than simple rules`,
} satisfies Said;

const hiddenFindings = {
  'few-customers': ({ customers, needed }) =>
    `Too few customers so far to say what each will bring: ${customers}, and it takes ${needed}`,
  'few-repeaters': ({ repeaters, needed }) =>
    `Too few customers have come back to say what each will bring: ${repeaters}, and it takes ${needed}`,
  'short-span': ({ days, needed }) =>
    `The file is too short to say what each customer will bring: ${days} days, and it takes ${needed}`,
  'no-fit': () => 'These orders follow no pattern that shows what each customer will bring',
  'no-backtest': () =>
    'What each customer will bring cannot be checked yet: there are no days left to test a forecast on',
  'total-off': ({ time, off }) =>
    `This shop’s past does not show what each customer will bring: tested on ${time}, a forecast was off by ${off}`,
  'outside-range': ({ time, off }) =>
    `This shop’s past does not show what each customer will bring: tested on ${time}, a forecast was off by ${off}, more than it thought possible`,
  'no-better': ({ time }) =>
    `This shop’s past does not tell its best customers from the others: tested on ${time}, a forecast did no better than simple rules`,
} satisfies Said;

const rivals = {
  alike: 'All buy alike (told the true total)',
  nobody: 'Nobody returns',
  'own-rate': 'Each as often as before',
  recency: 'Whoever came last comes first',
};

export const messages = {
  title: 'What customers will bring',
  tab: 'To come',
  question: 'What will each customer bring in the time to come, and is the customer still there?',
  also: 'LTV, CLV, CLTV, customer lifetime value, forecast, BG/NBD, Pareto/NBD, Gamma-Gamma',
  tile: {
    title: 'Next 12 months',
    band: (low: string, high: string, tested: string) => `${low} to ${high} in 8 cases of 10${tested}`,
    high: (by: string) => `; on the past it was ${by} too high`,
    low: (by: string) => `; on the past it was ${by} too low`,
    none: 'No forecast',
    because: (why: string) => `Because ${why}.`,
  },
  finding: (days: string, value: string, low: string, high: string) =>
    `In the next ${days} these customers will bring about ${value}: in eight cases of ten between ${low} and ${high}`,
  hiddenFindings,
  hiddenReasons,
  testTime: (days: string, from: string) => `the ${days} after ${from}`,
  instead: 'What customers of the same start have brought so far is under “What they bring”.',
  runRate: (days: string, to: string, customers: string, value: string) =>
    `A run rate, not a forecast: if the ${customers} customers of today go on as customers of the same age did in the ${days} to ${to}, they will bring about ${value} in the next ${days}.`,
  technical: (why: string) => `For the technically minded: ${why}`,
  chosen: {
    'inner-test': (from: string, to: string) =>
      `The model was chosen by how it did between ${from} and ${to}, before the test began.`,
    likelihood: () =>
      'The model was chosen by what makes the time before the test most likely: the days before it have too few orders to test on twice.',
    asked: () => '',
  },
  regularity: {
    random: 'Your customers buy at random: no rhythm shows between the orders of one customer (k = 1).',
    rhythm: (k: string) =>
      `Your customers buy with some rhythm: after an order, the next one takes its time (k = ${k}; at random it is 1).`,
    clockwork: (k: string) =>
      `Your customers buy like clockwork: the gaps between the orders of one customer are much alike (k = ${k}; at random it is 1).`,
  },
  rivalsTitle: 'The same test against simple rules',
  rivalsNote:
    'What is missed of a single customer is shown and never decides: where few return, “nobody returns” misses least. The model must be better than every rule by its deviance (how unlikely it made what came) or by the share of the real best tenth that it finds.',
  rivals,
  rivalHeads: {
    who: 'Rule',
    total: 'Total off by',
    each: 'Missed of a customer',
    squares: 'The same, large misses counting more',
    deviance: 'Deviance',
    best: 'Of the real best tenth',
  },
  impossible: 'ruled out',
  tested: (from: string, days: string, expected: string, actual: string, off: string) =>
    `Tested first: with all up to ${from} and nothing later, the model said ${expected} orders for the ${days} that followed. There were ${actual}, so it was ${off}.`,
  testedMoney: (expected: string, actual: string, off: string) =>
    `In money: ${expected} said, ${actual} came, ${off}.`,
  few: (share: string) => `${share} too low`,
  many: (share: string) => `${share} too high`,
  byCustomer: (miss: string, naive: string) =>
    `For a single customer it was off by ${miss} orders on average; the guess that all buy alike is off by ${naive}.`,
  model: (name: string, others: string) => `Model: ${name}. On the same test: ${others}.`,
  other: (name: string, off: string) => `${name} ${off}`,
  names: {
    'mbg-nbd': 'MBG/NBD',
    'pareto-nbd': 'Pareto/NBD',
    'bg-nbd': 'BG/NBD',
    'mbg-cnbd-k': 'MBG/CNBD-k',
    'bg-cnbd-k': 'BG/CNBD-k',
  },
  defect:
    'BG/NBD takes everybody who has bought once for a customer for ever: their chance to be still there reads 100%, and means nothing.',
  average:
    'What an order brings is taken as the average of all: those who buy often spend otherwise than those who do not.',
  season: (month: string, weight: string) =>
    `Time runs by the shop’s own season: a week of ${month} counts as ${weight} ordinary ones.`,
  wider: (share: string, days: string) =>
    `The test was off by more than chance explains, so the bands are wider: by ${share} of the sum for ${days}, and in proportion for longer.`,
  bandOfOrders:
    'The two columns beside what a customer will bring are a band of orders: how seldom and how often they may order, each order at what it brings on average. What an order brings may differ too.',
  refit: 'Refit 200 times',
  refitted: (times: string, low: string, high: string) =>
    `Refitted ${times} times to customers drawn anew: by the parameters alone the money of that time, before margin and discount, lies between ${low} and ${high} in eight cases of ten,`,
  refittedAlive: (low: string, high: string) => `and the share still there between ${low} and ${high}.`,
  refitFailed: (failed: string) => `${failed} of the refits found no best parameters and are left out.`,
  cut: (customers: string) =>
    `${customers} customers were seen so early in the file that they may be older; they are scored but not learned from.`,
  about: 'What each model assumes, and when it is wrong:',
  pages: {
    'mbg-nbd': 'MBG/NBD',
    'pareto-nbd': 'Pareto/NBD',
    'bg-nbd': 'BG/NBD',
    'cnbd-k': 'buying with a rhythm',
    'gamma-gamma': 'what an order brings',
    'season-and-bands': 'season, test and bands',
  },
  show: 'Show',
  shows: {
    ahead: 'what is to come',
    test: 'the test',
    weeks: 'repeat orders so far',
    each: 'repeat orders of each week',
    repeats: 'how often they came back',
    alive: 'who is still there',
  },
  ask: 'Model',
  asks: {
    auto: 'the best before the test',
    'mbg-nbd': 'MBG/NBD',
    'pareto-nbd': 'Pareto/NBD',
    'bg-nbd': 'BG/NBD',
    'mbg-cnbd-k': 'MBG/CNBD-k',
    'bg-cnbd-k': 'BG/CNBD-k',
  },
  horizon: 'Look ahead',
  days: 'days',
  margin: 'Of a sale remains',
  discount: 'A year takes off',
  percent: '%',
  testLabel:
    'Bars: orders in the time of the test, as the model said and as they really came, by how often customers had come back before.',
  aheadLabel:
    'Curve: what all customers together will bring up to the end of each of the next twelve months, with the band that holds in eight cases of ten.',
  weeksLabel: 'Curves: repeat orders so far, as they happened and as the model expects them.',
  eachLabel: 'Curves: repeat orders of each week, as they happened and as the model expects them.',
  repeatsLabel: 'Bars: customers by how often they came back, as they are and as the model expects.',
  aliveLabel:
    'Table: the chance that a customer still buys, by times come back and days since the last order.',
  said: (times: string) => `${times}: model`,
  happened: (times: string) => `${times}: real`,
  times: (repeats: number, top: boolean) =>
    repeats === 0
      ? 'never back'
      : top
        ? `back ${count(repeats)} times and more`
        : plural(repeats, { one: 'back 1 time', other: `back ${count(repeats)} times` }),
  axisMonths: 'months from the last day of the file',
  axisAhead: (currency: string) => (currency ? `net so far, ${currency}` : 'net so far'),
  axisWeeks: 'weeks since the first order in the file',
  axisOrders: 'repeat orders so far',
  axisEach: 'repeat orders a week',
  axisSilent: 'days since the last order',
  axisTimes: 'times back',
  curveHappened: 'happened',
  curveExpected: 'expected',
  matrixFor: (days: string) => `For customers first seen ${days} ago.`,
  heads: {
    customer: 'Customer',
    frequency: 'Times back',
    recency: 'First to last order, weeks',
    age: 'First seen, weeks ago',
    p_alive: 'Still there',
    expected_orders: 'Orders to come',
    expected_value: 'Will bring',
    low: 'if they order seldom (1 in 10)',
    high: 'if they order often (1 in 10)',
    spend_per_order: 'An order brings',
    next_low_days: 'Next order from, days',
    next_high_days: 'to, days',
    first_on: 'First order',
    last_on: 'Last order',
    is_left_cut: 'May be older',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    clv: typeof messages;
  }
}
