import { count, plural } from '../../numbers';

export const messages = {
  title: 'What losing them costs',
  tab: 'Cost',
  question: 'What did the lost customers cost, and what would keeping more bring?',
  also: 'cost of churn, revenue at risk, lost revenue, revenue churn',
  finding: (customers: string, net: string, months: string) =>
    `The ${customers} customers lost in ${months} had brought ${net} in their last year`,
  nobody: (months: string) => `No customer was lost in ${months}`,
  margin: (margin: string) => `At your margin that is ${margin} a year.`,
  each: (net: string) => `${net} each. Lost: gone without an order for too long, and still away.`,
  gain: (points: string, year: string, three: string, five: string) =>
    `If ${points} more of every 100 new customers bought in each month after their first: ${year} more in a year, ${three} in three, ${five} in five.`,
  gainMargin: (margin: string) => `At your margin: ${margin} in the first year.`,
  assumed: (customers: string, first: string, later: string, months: string) =>
    `Assumed: ${customers} new customers a month, ${first} from each in the first month and ${later} from each who orders in a later one, as in the last 12 whole months; the share who order as it was so far, known for ${months} and the same after that. No other month is better or worse, and nothing is discounted.`,
  noNew:
    'Nobody bought for the first time in the last 12 whole months, so keeping more new customers would bring nothing.',
  tooFew:
    'Too few customers are known in the months after their first order to say what keeping more would bring.',
  points: 'Keep more of them, points',
  pointsOption: (points: string) => `${points} of 100 more`,
  window: 'Lost in',
  windows: { '3': 'the last 3 months', '12': 'the last 12 months', '24': 'the last 24 months' } as Record<
    string,
    string
  >,
  margins: 'Margin',
  marginOption: (share: string) => `${share} of net`,
  noMargin: 'not given',
  label: 'Bars: net of the customers to come, as things are and with more of them kept.',
  asIs: (horizon: string) => `${horizon}, as things are`,
  more: (horizon: string) => `${horizon}, with more kept`,
  horizons: { '12': '1 year', '36': '3 years', '60': '5 years' } as Record<string, string>,
  months: (n: number) => plural(n, { one: '1 month', other: `${count(n)} months` }),
  term: 'lost',
  heads: {
    horizon_months: 'Months ahead',
    lost_customers: 'Lost customers',
    lost_net: 'Net of their last year',
    lost_margin: 'Margin of it',
    net_as_is: 'Net as things are',
    net_with_more: 'Net with more kept',
    gain: 'More',
    gain_margin: 'Margin of it',
    new_per_month: 'New customers a month',
    net_first_month: 'Net in the first month',
    net_later_month: 'Net in a later month with an order',
    known_months: 'Months known',
    lapse_days: 'Lost after',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'cost-of-churn': typeof messages;
  }
}
