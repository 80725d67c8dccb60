import { chance } from '../chance';

export const messages = {
  title: 'The best way to begin',
  tab: 'First product',
  question: 'With which first order do customers come back most surely?',
  also: 'first purchase, entry product, gateway product, hero product, acquisition, first order',
  tile: {
    product: 'Best first product',
    other: (attribute: string) => `Best way to begin: ${attribute}`,
    means: 'Share who ordered again within a year. Green: more than by chance.',
    unsure: 'Share who ordered again within a year. The differences could be chance.',
  },
  finding: {
    above: (value: string, rate: string, days: string, points: string) =>
      `Who begins with “${value}” comes back more often: ${rate} within ${days}, ${points} points above the shop`,
    below: (value: string, rate: string, days: string, points: string) =>
      `No first order stands out for the better; “${value}” comes back less often: ${rate} within ${days}, ${points} points below the shop`,
  },
  unclear: (compared: string) =>
    `No kind of first order brings back more or fewer customers than the others, beyond chance (${compared} compared)`,
  none: 'There are not yet enough customers, watched for long enough, to compare their first orders',
  counted: (back: string, of: string, low: string, high: string) =>
    `${back} of ${of} customers; 95% interval of this row alone: ${low} to ${high}.`,
  cause: 'They go together; that one brings the other about is not shown.',
  credited: {
    each: 'A first order with several of them counts for each, so the rows overlap.',
    largest:
      'A first order with several of them counts once, for its line of the highest amount (of equal ones the first by name); so rows do not overlap.',
  },
  credit: 'A first order with several',
  credits: { each: 'counts for each', largest: 'counts for its dearest line' },
  more: (drawn: string, all: string) =>
    `${drawn} of ${all} are drawn, the first and the last; the table has them all.`,
  by: 'Compare',
  attributes: {
    ...{ product: 'first products', category: 'first categories', channel: 'first channels' },
    ...{ country: 'countries', discount: 'first orders with and without discount' },
  } as Record<string, string>,
  values: { yes: 'with discount', no: 'without discount' } as Record<string, string>,
  horizon: 'Second order within',
  least: 'With at least',
  leasts: { '10': '10 customers', '30': '30 customers', '100': '100 customers', '300': '300 customers' },
  label: 'Bars: the share of customers with a second order, by what their first order was like.',
  verdicts: {
    above: 'above the shop, beyond chance',
    below: 'below the shop, beyond chance',
    unclear: 'may be chance',
  },
  bar: (rate: string, points: string) => `${rate} (${points})`,
  terms: [
    {
      word: 'repeat rate by first product',
      means:
        'Customers with a second order within the days, divided by customers whose first order is as old.',
    },
    {
      word: '365-day LTV',
      means: 'Net per customer in the first 365 days, those who never came back included.',
    },
  ],
  heads: {
    ...chance.heads,
    ...{ back: 'Came back, customers', all_eligible: 'All old enough', all_back: 'All that came back' },
    ...{ attribute: 'Compared by', value: 'First order', customers: 'Customers' },
    ...{ eligible: 'Old enough', rate: 'Came back', low: 'At least', high: 'At most' },
    ...{
      difference: 'Against the shop',
      difference_low: 'Above, at least',
      difference_high: 'Above, at most',
    },
    ...{ value_365: 'Net in 365 days', refund_share: 'Given back' },
  } as Record<string, string>,
  eligibleIn: (days: string) => `${days} days old`,
  backIn: (days: string) => `Back in ${days}`,
  rateIn: (days: string) => `Back in ${days}, share`,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'first-order': typeof messages;
  }
}
