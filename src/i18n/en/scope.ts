import { count, plural } from '../numbers';

/** What all pages are about: the bar under the head, the dialog behind it, and the name of it before a finding. */
export const scope = {
  label: 'What is counted',
  period: 'Period',
  periods: {
    all: 'All time',
    last: (months: number) => plural(months, { one: 'Last month', other: `Last ${count(months)} months` }),
    own: 'Other days …',
  },
  from: 'From',
  to: 'To',
  between: (from: string, to: string) => `${from} – ${to}`,
  since: (from: string) => `since ${from}`,
  until: (to: string) => `until ${to}`,
  compare: 'Compare with',
  comparisons: {
    none: 'Not compared',
    before: 'vs the period before',
    year: 'vs a year earlier',
    others: 'vs other customers …',
  },
  needsPeriod: 'Choose a period first: there is nothing before all time.',
  versus: (name: string) => `vs ${name}`,
  othersNamed: (name: string) => `vs customers: ${name}`,
  type: 'Type of customer',
  types: {
    final: 'Final customers',
    dealer: 'Dealers',
    staff: 'Staff and tests',
    all: 'All types',
  },
  add: '+ Filter',
  clear: 'Clear',
  remove: (condition: string) => `Remove: ${condition}`,
  customers: (n: number, all: number) =>
    `${count(n)} of ${plural(all, { one: '1 customer', other: `${count(all)} customers` })}`,
  orders: (n: number, all: number) =>
    `${count(n)} of ${plural(all, { one: '1 order', other: `${count(all)} orders` })}`,
  counting: 'Counting …',
  nobody: 'Nobody and nothing is left under these filters.',
  ofOrders: (values: string) => `orders: ${values}`,
  chip: (attribute: string, values: string) => `${attribute}: ${values}`,
  moreValues: (first: string, n: number) => `${first} + ${count(n)}`,
  inside: 'first of these orders = first order',
  tenure: {
    between: (atLeast: number, under: number) => `customer for ${count(atLeast)} to ${count(under)} months`,
    atLeast: (n: number) =>
      `customer for ${plural(n, { one: '1 month', other: `${count(n)} months` })} or more`,
    under: (n: number) =>
      `customer for less than ${plural(n, { one: '1 month', other: `${count(n)} months` })}`,
  },
  only: (what: string) => `Only ${what}`,
  firstOrderOf: (attribute: string) => `${attribute} of the first order`,
  /** Before a finding: "Germany, 2024: 17% of customers …". */
  before: (name: string, finding: string) => `${name}: ${finding}`,
  dialog: {
    title: 'Count only some customers or orders',
    titleOthers: 'Compare with other customers',
    by: 'Filter by',
    choose: 'Choose what to filter by',
    status: 'Where they stand today',
    group: 'RFM group',
    tenure: 'How long they have been customers',
    applies: 'It counts',
    firstOrders: 'customers whose first order had it',
    anyOrders: 'orders that have it',
    find: 'Find a value',
    values: 'Values',
    none: 'No value holds this text.',
    upTo: (n: number) => `The ${count(n)} most frequent values are shown; type to find others.`,
    inside: 'Take the first of these orders for the customer’s first',
    atLeast: 'Customer for at least',
    under: 'And for less than',
    months: 'months (0: no limit)',
    apply: 'Apply',
  },
  shownAre: (days: string) =>
    `Only ${days} is reported; first orders, ages and lapse are still judged by all orders up to its end.`,
  cannotFollow: {
    from: 'this page also counts earlier days',
    compare: 'a forecast is not compared',
  },
};
