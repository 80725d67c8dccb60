export const messages = {
  title: 'Who are the regulars',
  tab: 'Regulars',
  question: 'Who are the best customers, and who is slipping away?',
  also: 'RFM, recency, frequency, monetary, segmentation, segments, champions, loyal, hibernating',
  finding: (customers: string, share: string, net: string) =>
    `Your ${customers} champions, ${share} of the customers, bring ${net} of the net`,
  noChampions: (customers: string) => `None of the ${customers} customers is a champion yet`,
  none: 'No customer has an order in this time',
  few: (customers: string) =>
    `Only ${customers} customers: too few to sort into groups. The list below has them all, best first`,
  slipping: (customers: string, net: string) =>
    `${customers} good customers have not been back for a while (at risk and previously loyal); they brought ${net} in this time.`,
  window: 'Count the orders of',
  windows: {
    '6': 'the last 6 months',
    '12': 'the last 12 months',
    '24': 'the last 24 months',
    all: 'the whole file',
  },
  scoring: 'Scores by',
  scorings: {
    cume_dist: 'fifths, equal values alike; orders by fixed cuts',
    cut: 'percentiles of each value',
    ntile: 'five groups of equal size',
  },
  compare: 'Compare with',
  compares: {
    none: 'no other day',
    '3': '3 months before',
    '6': '6 months before',
    '12': '12 months before',
  },
  bar: (customers: string, share: string, net: string) => `${customers} · ${share} · ${net} of net`,
  label: 'Bars: customers of each group, with their share of all and of the net.',
  show: 'Show who',
  list: (group: string, customers: string) => `${group}: ${customers} customers`,
  all: (customers: string) => `All ${customers} customers`,
  actions: {
    Champions: 'Thank them; ask for a word to friends',
    Loyal: 'Offer what goes with what they buy',
    Active: 'Give a reason for the next order',
    New: 'Welcome them; help with the first purchase',
    Promising: 'Win the second or third order soon',
    'Needs attention': 'Remind them of what they bought',
    'Almost lost': 'Ask once, with a small offer',
    'At risk': 'Call or write in person: they were good',
    'Previously loyal': 'Ask why they left; a strong offer',
    Dormant: 'A rare greeting at most',
    Prospects: 'A second reason to come back',
  },
  terms: {
    r: 'R',
    rMeans: 'Recency: how many days ago the last order was. 5 is the most recent fifth.',
    f: 'F',
    fMeans: 'Frequency: how many orders in the time that is counted.',
    m: 'M',
    mMeans:
      'Monetary: the net in the time that is counted. 5 is the fifth that brings most; not above 0 is 1.',
  },
  cuts: {
    r: (bounds: string) => `R, by the last order: ${bounds}, longer ago is 1.`,
    f: (bounds: string) => `F, by orders: ${bounds}, more is 5.`,
    m: (bounds: string) => `M, by net: ${bounds}, more is 5.`,
    rBound: (score: string, days: string) => `up to ${days} ago is ${score}`,
    fBound: (score: string, orders: string) => `up to ${orders} is ${score}`,
    mBound: (score: string, money: string) => `up to ${money} is ${score}`,
    rLabel: 'Days of R 5, 4, 3, 2',
    fLabel: 'Orders of F 1, 2, 3, 4',
    mLabel: 'Net of M 1, 2, 3, 4',
    hint: 'Four rising numbers, such as 1,2,4,7. Empty: as usual. Kept with this file.',
    wrong: 'This has to be four rising numbers, such as 1,2,4,7.',
  },
  map: {
    title: 'Which group a customer is in',
    lead: 'Each square of R and F belongs to one group; choose another one to change it. Kept with this file.',
    square: (r: string, f: string) => `R ${r}, F ${f}`,
    row: (r: string) => `R ${r}`,
    column: (f: string) => `F ${f}`,
    reset: 'Back to the usual groups',
  },
  moved: {
    title: (date: string) => `Where they stood on ${date}`,
    lead: (up: string, down: string) =>
      `By the cuts of today: ${up} customers are in a better group now, ${down} in one further down the list.`,
    from: 'From',
    to: 'To',
    nobody: 'No customer yet',
  },
  heads: {
    group: 'Group',
    customers: 'Customers',
    share: 'Of all',
    net: 'Net',
    net_share: 'Of the net',
    aov: 'Net an order',
    median_days: 'Days since the last order, middle one',
    action: 'What one can do',
  },
  listHeads: {
    customer: 'Customer',
    recency_days: 'Days since the last order',
    frequency: 'Orders',
    monetary: 'Net',
    r: 'R',
    f: 'F',
    m: 'M',
    group_before: 'Group before',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    rfm: typeof messages;
  }
}
