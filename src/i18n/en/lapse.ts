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
  none: 'This file cannot say yet when silence means gone',
  noneNext:
    'Too few customers have come back so far. Choose a number of days below to see who has been silent for longer.',
  heads: {
    customer: 'Customer',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    last_on: 'Last order',
    first_on: 'First order',
    days_silent: 'Days without an order',
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
