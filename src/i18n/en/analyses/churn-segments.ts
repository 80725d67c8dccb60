import { chance } from '../chance';

export const messages = {
  title: 'What the lost have in common',
  tab: 'In common',
  question: 'Of which customers are most lost?',
  also: 'churn drivers, churn by segment, attrition, why customers leave, risk factors',
  more: (whose: string, rate: string, all: string) =>
    `Of the customers ${whose}, ${rate} are gone; of all it is ${all}`,
  whose: {
    product: (value: string) => `whose first order had ${value}`,
    category: (value: string) => `whose first order had something of ${value}`,
    country: (value: string) => `from ${value}`,
    channel: (value: string) => `who first came by ${value}`,
    discount: (value: string) =>
      value === 'yes' ? 'whose first order had a discount' : 'whose first order had no discount',
  } as Record<string, (value: string) => string>,
  none: (compared: string) =>
    `Nothing that is known of first orders sets the lost apart beyond chance (${compared} values compared)`,
  noData: 'No customer is old enough yet to be counted as lost',
  counted: (lost: string, all: string, days: string) =>
    `${lost} of ${all} customers whose first order is more than ${days} old have gone without an order for longer than that.`,
  cause: 'What goes together need not be the cause.',
  bar: (rate: string, lost: string, customers: string) => `${rate} · ${lost} of ${customers}`,
  label: 'Bars: share of customers gone, by what their first order was like, with 95% intervals.',
  keys: { more: 'more are gone', fewer: 'fewer are gone' },
  attribute: 'Of the first order look at',
  everything: 'everything known',
  attributes: {
    product: 'product',
    category: 'category',
    country: 'country',
    channel: 'channel',
    discount: 'discount',
  } as Record<string, string>,
  value: (attribute: string, value: string) => `${value} · ${attribute}`,
  term: 'gone',
  sureTerm: 'surest difference',
  sureMeans:
    'The share of the lost who have it, less that of the kept: of its 95% interval (Newcombe) the end nearest to no difference.',
  heads: {
    ...chance.heads,
    attribute: 'Of the first order',
    value: 'Value',
    customers: 'Customers',
    lost: 'Gone',
    lost_rate: 'Gone, share',
    low: 'From (95%)',
    high: 'To (95%)',
    lost_share: 'Of the gone have it',
    kept_share: 'Of the kept have it',
    difference: 'Difference',
    difference_low: 'From (95%)',
    difference_high: 'To (95%)',
    sure: 'At least',
    all_lost: 'All gone',
    all_kept: 'All kept',
    lapse_days: 'Gone after',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'churn-segments': typeof messages;
  }
}
