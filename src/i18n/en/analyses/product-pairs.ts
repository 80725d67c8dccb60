import { chance } from '../chance';

export const messages = {
  title: 'What goes together',
  tab: 'Together',
  question: 'What is bought together?',
  also: 'basket, market basket analysis, cross-sell, bundle, affinity, association rules, lift',
  finding: (product: string, other: string, times: string) =>
    `“${product}” and “${other}” are bought together ${times} times as often as by chance`,
  apart: (compared: string) =>
    `No two products are bought together more often than by chance, of ${compared} pairs compared`,
  none: 'No two products stand in enough orders together',
  counted: (orders: string, first: string, share: string, product: string, other: string) =>
    `${orders} of the ${first} orders with “${product}” (${share}) hold “${other}” too.`,
  interval: (low: string, high: string) => `95% interval of this pair alone: ${low} to ${high} times.`,
  least: 'In at least',
  leasts: { '10': '10 orders', '30': '30 orders', '100': '100 orders' },
  label: 'Bars: how many times as often as by chance two products are bought together.',
  pair: (product: string, other: string) => `${product} + ${other}`,
  bar: (times: string, orders: string) => `${times} × · ${orders} orders`,
  together: 'together more often, beyond chance',
  sorted: '1 is what chance would give. Pairs are sorted by the lower end of their interval.',
  terms: [
    {
      word: 'lift',
      means:
        'Orders with both, divided by how many there would be if the two had nothing to do with each other.',
    },
    { word: 'confidence', means: 'Of the orders with the one product, the share that holds the other too.' },
    { word: 'support', means: 'Orders with both, divided by all orders.' },
  ],
  heads: {
    ...chance.heads,
    ...{
      product: 'Product',
      other_product: 'With',
      orders: 'Orders with both',
      product_orders: 'Orders with the first',
    },
    ...{ other_orders: 'Orders with the second', all_orders: 'All orders', support: 'Part of all' },
    ...{ confidence: 'Of the first', other_confidence: 'Of the second', lift: 'Times as often' },
    ...{ lift_low: 'At least', lift_high: 'At most' },
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'product-pairs': typeof messages;
  }
}
