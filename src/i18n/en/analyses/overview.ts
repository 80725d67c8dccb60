const way = (rises: boolean) => (rises ? 'more' : 'less');

export const messages = {
  title: 'The shop at a glance',
  tab: 'Compared',
  question: 'How is the shop doing, and how was it doing before?',
  also: 'KPI, dashboard, summary, revenue, sales, net, AOV, average order value, year on year',
  finding: (customers: string, net: string, from: string, to: string) =>
    `From ${from} to ${to} ${customers} customers brought ${net}`,
  findingNobody: (net: string, from: string, to: string) => `From ${from} to ${to} the shop brought ${net}`,
  findingOrders: (customers: string, orders: string, from: string, to: string) =>
    `From ${from} to ${to} ${customers} customers placed ${orders} orders`,
  none: 'There is no order in this window',
  compared: (net: string, rises: boolean, from: string, to: string) =>
    `That is ${net} ${way(rises)} than from ${from} to ${to}.`,
  same: (from: string, to: string) => `That is as much as from ${from} to ${to}.`,
  notCompared: 'The file does not hold the whole window before it, so there is nothing to compare with.',
  leftCut: 'Some of the new customers may be older than the file.',
  withNobody: (net: string) => `${net} of it comes from orders that name nobody.`,
  tile: {
    net: 'Net sales',
    orders: 'Orders',
    customers: 'Customers who bought',
    back: 'Back within a year',
    days: (from: string, to: string) => `${from} – ${to}`,
    against: (from: string, to: string) => `compared with ${from} – ${to}`,
    change: (is: 'up' | 'down' | 'level', by: string) =>
      is === 'level' ? 'no change' : `${is === 'up' ? '▲' : '▼'} ${by}`,
    tooEarly: 'Too early',
    tooEarlyMeans: 'Nobody’s first order is a year old yet.',
  },
  findings: 'What stands out',
  see: 'Show it',
  seeOf: (finding: string) => `Show it: ${finding}`,
  rules: {
    short: 'The file does not hold the whole window, so these figures stand for a shorter time.',
    nobody: (share: string) => `${share} of the orders name nobody: figures about customers miss them.`,
    quiet: (days: string, from: string) =>
      `From ${from} on there is no order for ${days}. Is a part of the file missing?`,
    one_customer: (share: string) => `One single customer brings ${share} of the customers’ net.`,
    driver: (what: string, others: string) => `What changed most is ${what}; ${others}.`,
    gone: (lost: string, of: string, retained: string) =>
      `${lost} of the ${of} customers of the window before have not ordered in this one; ${retained} have.`,
    second_order: {
      alone: (now: string) =>
        `${now} of the new customers whose first year is over ordered a second time in it.`,
      up: (now: string, before: string) =>
        `${now} of new customers ordered again within a year, ${before} the time before: a rise beyond chance.`,
      down: (now: string, before: string) =>
        `${now} of new customers ordered again within a year, ${before} the time before: a fall beyond chance.`,
      unclear: (now: string, before: string) =>
        `${now} of new customers ordered again within a year, ${before} the time before: no difference beyond chance.`,
    },
    new_share: (customers: string, share: string) =>
      `${customers} of the customers are new in this window; they bring ${share} of the customers’ net.`,
    best: (share: string) => `The best 20% of the customers bring ${share} of the customers’ net.`,
  },
  changed: {
    net: (change: string) => `net (${change})`,
    orders: (change: string) => `the number of orders (${change})`,
    customers: (change: string) => `the number of customers (${change})`,
    orders_per_customer: (change: string) => `orders per customer (${change})`,
    aov_known: (change: string) => `net per order (${change})`,
  },
  label: 'Bars: how much net and what it is made of changed against the window before.',
  labelParts: 'Bars: net by who brought it.',
  labelOrders: 'Bars: orders by who placed them.',
  orders: {
    orders_of_new: 'Orders of new customers',
    orders_of_returning: 'Orders of older customers',
    orders_anonymous: 'Orders of unknown buyers',
  },
  measures: {
    ...{ net: 'Net', orders: 'Orders', customers: 'Customers', orders_per_customer: 'Orders per customer' },
    aov_known: 'Net per order',
  },
  change: (change: string, before: string, now: string) => `${change}  (${before} → ${now})`,
  window: 'Look at',
  windows: {
    '12 months': 'the last 12 months',
    '6 months': 'the last 6 months',
    '3 months': 'the last 3 months',
    '1 months': 'the last month',
    '24 months': 'the last 24 months',
  },
  ledger: 'The figures',
  measure: 'Figure',
  now: 'Now',
  before: 'Before',
  difference: 'Change',
  behind: (n: string, of: string, low: string, high: string) =>
    `${n} of ${of}; the true share lies between ${low} and ${high} (95%).`,
  points: (points: string) => `${points} points`,
  rows: {
    net: 'Net',
    orders: 'Orders',
    customers: 'Customers',
    aov: 'Net per order',
    aov_known: 'Net per order, known customers',
    orders_per_customer: 'Orders per customer',
    repeat_rate: 'Customers with two or more orders in the window',
    matured_rate: 'Second order within 365 days, of all who had the time',
    new_customers: 'New customers',
    retained: 'Customers of the window before too',
    reactivated: 'Older customers, back after a pause',
    lost: 'Customers of the window before without an order now',
  },
  views: {
    order: 'Counted by order: new is a customer’s first order ever',
    customer: 'Counted by customer: new is who first ordered in the window',
  },
  parts: {
    net_first: 'Net of first orders',
    net_later: 'Net of later orders',
    net_new: 'Net of new customers',
    net_returning: 'Net of older customers',
    net_anonymous: 'Net of orders that name nobody',
  },
  terms: [
    { word: 'AOV', means: 'Average order value: net divided by valid orders.' },
    {
      word: 'repeat customer rate',
      means: 'Customers with two or more orders in the window, divided by customers with one or more.',
    },
    {
      word: 'matured repeat rate',
      means:
        'Of customers whose first order is at least 365 days old, the share with a second one within 365 days. New customers have had no time yet and are left out, so it is the honest trend.',
    },
  ],
  heads: {
    window: 'Window',
    from_on: 'From',
    to_on: 'To',
    net: 'Net',
    orders: 'Orders',
    customers: 'Customers',
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    overview: typeof messages;
  }
}
