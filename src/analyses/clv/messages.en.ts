import type { HiddenReason } from './report';

const hidden: Record<HiddenReason, (figures: Record<string, string>) => string> = {
  'few-customers': ({ customers, needed }) =>
    `there are ${customers} customers to learn from, and a model needs ${needed}`,
  'few-repeaters': ({ repeaters, needed }) =>
    `${repeaters} customers have come back, and a model needs ${needed} who have`,
  'short-span': ({ days, needed }) => `the file covers ${days} days, and a model needs ${needed}`,
  'no-fit': ({ why }) => `no model could be fitted. ${why}`,
  'no-backtest': () => 'nothing was left to test a model on',
  'total-off': ({ off, expected, actual }) =>
    `on the last quarter the model said ${expected} orders and there were ${actual}, which is ${off} off; more than 30% is too much`,
};

export const messages = {
  finding: (days: string, value: string, low: string, high: string) =>
    `In the next ${days} these customers will bring about ${value}: in eight cases of ten between ${low} and ${high}`,
  hiddenFinding: (reason: HiddenReason, figures: Record<string, string>) =>
    `What single customers will bring is not shown: ${hidden[reason](figures)}`,
  hiddenReason: (reason: HiddenReason, figures: Record<string, string>) => hidden[reason](figures),
  instead: 'What customers of the same start have brought so far stands under “What they bring”.',
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
  names: { 'mbg-nbd': 'MBG/NBD', 'pareto-nbd': 'Pareto/NBD', 'bg-nbd': 'BG/NBD' },
  defect:
    'BG/NBD takes everybody who has bought once for a customer for ever: their chance to be still there reads 100%, and means nothing.',
  average:
    'What an order brings is taken as the average of all: those who buy often spend otherwise than those who do not.',
  season: (month: string, weight: string) =>
    `Time runs by the shop’s own season: a week of ${month} counts as ${weight} ordinary ones.`,
  wider: (share: string, days: string) =>
    `The test was off by more than chance explains, so the bands are wider: by ${share} of the sum for ${days}, and in proportion for longer.`,
  refit: 'Refit 200 times',
  refitted: (times: string, low: string, high: string) =>
    `Refitted ${times} times to customers drawn anew: by the parameters alone the money of that time, before margin and discount, lies between ${low} and ${high} in eight cases of ten,`,
  refittedAlive: (low: string, high: string) => `and the share still there between ${low} and ${high}.`,
  refitFailed: (failed: string) => `${failed} of the refits found no best parameters and are left out.`,
  cut: (customers: string) =>
    `${customers} customers were seen so early in the file that they may be older; they are scored but not learned from.`,
  about: 'What each model assumes, and when it lies:',
  pages: {
    'mbg-nbd': 'MBG/NBD',
    'pareto-nbd': 'Pareto/NBD',
    'bg-nbd': 'BG/NBD',
    'gamma-gamma': 'what an order brings',
    'season-and-bands': 'season, test and bands',
  },
  show: 'Show',
  shows: {
    test: 'the test',
    ahead: 'what is to come',
    weeks: 'repeat orders so far',
    each: 'repeat orders of each week',
    repeats: 'how often they came back',
    alive: 'who is still there',
  },
  ask: 'Model',
  asks: {
    auto: 'the best on the test',
    'mbg-nbd': 'MBG/NBD',
    'pareto-nbd': 'Pareto/NBD',
    'bg-nbd': 'BG/NBD',
  },
  horizon: 'Look ahead',
  days: 'days',
  margin: 'Of a sale remains',
  discount: 'A year takes off',
  percent: '%',
  testLabel:
    'Bars: orders in the time of the test, as the model said and as they really came, by how often customers had come back before.',
  aheadLabel: 'Bars: what all customers together will bring, with the band that holds in eight cases of ten.',
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
      : `back ${repeats}${top ? ' times and more' : repeats === 1 ? ' time' : ' times'}`,
  within: (days: string) => `in ${days}`,
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
    low: 'at least (9 of 10)',
    high: 'at most (9 of 10)',
    spend_per_order: 'An order brings',
    next_low_days: 'Next order from, days',
    next_high_days: 'to, days',
    first_on: 'First order',
    last_on: 'Last order',
    is_left_cut: 'May be older',
  },
};
