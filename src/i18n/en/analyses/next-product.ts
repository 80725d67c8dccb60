import { chance } from '../chance';

export const messages = {
  title: 'What they buy next',
  tab: 'Next',
  question: 'What do customers buy next, after what they began with?',
  also: 'cross-sell, upsell, next best offer, next best product, recommendation, sequence',
  finding: (product: string, next: string, rate: string, base: string) =>
    `Who begins with “${product}” buys “${next}” next more often than others: ${rate} of them do, ${base} of all`,
  again: (product: string, rate: string, base: string) =>
    `Who begins with “${product}” buys it again next time more often than others do: ${rate} of them, ${base} of all`,
  alike: (compared: string) =>
    `Whatever customers began with, what they buy next does not differ beyond chance (${compared} pairs compared)`,
  alikeFrom: (product: string, compared: string) =>
    `What customers buy after “${product}” does not differ from what all buy next, beyond chance (${compared} pairs compared)`,
  none: 'There are not yet enough second orders to say what is bought next',
  counted: (next: string, of: string, low: string, high: string) =>
    `${next} of the ${of} customers who went on to a second order; 95% interval of this row alone: ${low} to ${high}.`,
  overlap:
    'The next order is the second one, of the same day too. An order with several products counts for each, so the rows overlap.',
  more: (drawn: string, all: string) => `${drawn} of ${all} are drawn; the table has them all.`,
  flow: 'Show as streams',
  first: 'Began with',
  any: 'any product',
  least: 'With at least',
  leasts: { '10': '10 customers', '30': '30 customers', '100': '100 customers' },
  same: 'The same product again',
  sames: { with: 'counts too', without: 'is left out' },
  label: 'Bars: of those who went on after a first product, the share whose next order has a product.',
  pair: (product: string, next: string) => `${product} → ${next}`,
  twice: (product: string) => `${product} again`,
  bar: (rate: string, base: string) => `${rate} (all: ${base})`,
  sure: 'more often than all who order again, beyond chance',
  terms: [
    {
      word: 'next product after the first',
      means:
        'Customers whose second order has the product, divided by all with a second order who began with the first product.',
    },
    {
      word: 'base rate',
      means: 'The same share of all customers with a second order, whatever they began with.',
    },
  ],
  heads: {
    ...chance.heads,
    ...{ all_went_on: 'All that ordered again', all_next_customers: 'Of all, did so' },
    ...{
      product: 'Began with',
      customers: 'Customers',
      went_on: 'Ordered again',
      next_product: 'Bought next',
    },
    ...{ next_customers: 'Did so', rate: 'Share', low: 'At least', high: 'At most', base_rate: 'Of all' },
    ...{ difference: 'Against all', difference_low: 'Above, at least', difference_high: 'Above, at most' },
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'next-product': typeof messages;
  }
}
