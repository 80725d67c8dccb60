export const messages = {
  title: 'From first to next',
  tab: 'First to next',
  question: 'Which product do customers go to from the one they began with?',
  also: 'Sankey, flow, customer journey, path, sequence, cross-sell',
  finding: (share: string) => `${share} of those who order again take the same product as the first time`,
  none: 'Nobody has ordered a second time yet',
  counted: (again: string, all: string) =>
    `${again} of ${all} customers with a second order, each counted once, by the largest line of the first order and of the second: the streams add up to ${all}.`,
  move: (customers: string, product: string, next: string) =>
    `The largest change is from “${product}” to “${next}”: ${customers} customers.`,
  several:
    '“What they buy next” counts every product of an order and not the largest line alone, so its figures are higher.',
  rest: (rest: string, share: string) =>
    `${rest} of them (${share}) began or went on with one of the other products: this picture says little of a shop that sells many things evenly.`,
  untold: (untold: string) =>
    `Of ${untold} the file does not say which line was the largest; they stand among the others.`,
  few: 'Under 30 customers: a few more can turn the picture round.',
  others: 'all others',
  label:
    'Streams from the products that customers began with, on the left, to those of their next order, on the right.',
  from: 'Began with',
  to: 'Bought next',
  keys: { same: 'the same product again', other: 'another one' },
  printed: 'Figures are customers; small streams have theirs in the table.',
  top: 'Products on each side',
  tops: { '3': 'the 3 largest', '5': 'the 5 largest', '8': 'the 8 largest' },
  bars: 'Show shares that allow for chance',
  terms: [
    {
      word: 'Sankey',
      means:
        'A picture of streams whose thickness is the number of customers who go from the left to the right.',
    },
  ],
  heads: {
    ...{ product: 'Began with', next_product: 'Bought next', customers: 'Customers', began: 'Began so' },
    ...{ rate: 'Share', again: 'The same again', untold: 'Not told', went_on: 'All together' },
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'product-flow': typeof messages;
  }
}
