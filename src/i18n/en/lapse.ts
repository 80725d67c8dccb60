/** Words for customers who go silent, shared by the pages that ask about them. Texts in brackets come formatted. */
export const lapse = {
  rule: 'Gone means',
  rules: {
    lapse: 'hardly anybody so silent returns',
    percentile: 'longer than 80% of all waits',
    days: 'a number of days',
  },
  days: 'Days without an order',
  daysOption: (days: string) => `more than ${days}`,
  statuses: {
    active: 'Buying',
    not_yet_back: 'Not yet back',
    at_risk: 'Slipping away',
    lapsed: 'Gone',
    lost: 'Long gone',
  } as Record<string, string>,
  means: {
    active: (risk: string) => `Active: ordered more than once, and within the last ${risk}.`,
    not_yet_back: (gone: string) =>
      `Bought on one day only, within the last ${gone}. Nobody can know yet whether they will return, so they are not called lost.`,
    at_risk: (risk: string, gone: string) =>
      `At risk: more than ${risk} without an order, not yet ${gone}. Customers who have been silent for so long return far more rarely than at first.`,
    lapsed: (gone: string, twice: string) =>
      `Lapsed: more than ${gone} without an order, not yet ${twice}. Hardly anybody returns after so long.`,
    lost: (twice: string) => `Lost: more than ${twice} without an order.`,
    gone: (gone: string) => `Lapsed: more than ${gone} without an order.`,
  },
  none: 'This file does not say when silence means gone, so nobody is called gone',
  why: {
    staysHigh: (days: string, back: string, horizon: string) =>
      `Of every 100 customers silent for more than ${days}, ${back} ordered again within ${horizon}.`,
    cameBack: (day: string, gone: string, back: string, of100: string, horizon: string) =>
      `The same rule called ${gone} customers gone on ${day}, and ${back} of them, ${of100} of every 100, ordered within the ${horizon} after that.`,
    nobody: (customers: string, horizon: string) =>
      `None of the ${customers} customers who could be watched for ${horizon} ordered again, so a pause cannot be told from an end.`,
    openWaits: 'Too few customers have come back so far.',
  },
  offer: 'You can draw the line yourself: after 80% of all waits between orders, or after a number of days.',
  offerWaits: (days: string) => `Gone after ${days}, when 80% of waits are over`,
  offerDays: 'Gone after a number of days',
  checked: (day: string, line: string, gone: string, back: string, share: string, horizon: string) =>
    `Checked on the past: on ${day} this rule drew the line at ${line}. Of the ${gone} customers it called gone, ${back} (${share}) ordered within the next ${horizon}.`,
  unchecked: (day: string) =>
    `The line cannot be checked yet: as of ${day} it would have called too few customers gone.`,
  oftenWrong: 'That is more than one in five, so take “gone” with caution.',
  heads: {
    customer: 'Customer',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    last_on: 'Last order',
    first_on: 'First order',
    days_silent: 'Not seen for',
    status: 'Where they stand',
    net_12_months: 'Net of their last year',
    crossed_on: 'Gone since',
    orders: 'Orders',
    last_product: 'Last product',
    last_channel: 'Last channel',
    last_country: 'Country',
    last_has_discount: 'Last one with discount',
  } as Record<string, string>,
};
