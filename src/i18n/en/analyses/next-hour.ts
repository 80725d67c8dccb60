import { count, plural } from '../../numbers';

export const messages = {
  title: 'Where to spend the next hour',
  tab: 'Call first',
  question: 'Whom should I call first, if I cannot call them all?',
  also: 'call list, priority, outreach, win-back, uplift, CRM, expected value',
  customers: (calls: string, stake: string, days: string, share: string) =>
    `${calls} reach ${share} of all that may be lost in the next ${days}: ${stake}`,
  groups: (calls: string, name: string, each: string, days: string) =>
    `With ${calls}, begin with “${name}”: ${each} of the next ${days} is at stake with each customer`,
  calls: (n: number) => plural(n, { one: '1 call', other: `${count(n)} calls` }),
  none: 'No model speaks for these customers, so nobody can be put before another',
  why: 'What customers will bring says why.',
  means:
    'At stake: what a customer will bring × the chance that they have already left. Those who come anyway and those long gone stand low.',
  notMeasured:
    'What a call changes has not been measured: this is where most can be lost, not what a call saves.',
  defect:
    'BG/NBD takes everybody who has bought once for a customer for ever: nothing is at stake with them here.',
  capacity: 'I can call',
  people: 'people',
  by: 'Rank',
  each: 'customers',
  listTitle: (n: number) => plural(n, { one: 'The 1 to call', other: `The ${count(n)} to call` }),
  groupsTitle: (n: number) =>
    plural(n, { one: 'The group to begin with', other: `The ${count(n)} groups to begin with` }),
  label: 'Bars: what is at stake with each of the first of the list.',
  bar: (each: string, alive: string) => `${each}, still there ${alive}`,
  heads: {
    place: 'Place',
    name: 'Who',
    customers: 'Customers',
    at_stake: 'At stake',
    at_stake_each: 'At stake, each',
    expected_value: 'Will bring',
    p_alive: 'Still there',
    orders: 'Orders so far',
    last_on: 'Last order',
    days_silent: 'Not seen for',
    reached: 'Customers so far',
    is_chosen: 'Within your calls',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'next-hour': typeof messages;
  }
}
