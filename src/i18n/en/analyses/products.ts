export const messages = {
  title: 'What they buy again',
  tab: 'Bought again',
  question: 'What do customers buy again, and how soon?',
  also: 'repeat products, product retention, reorder rate, replenishment, consumables, subscription',
  finding: (product: string, share: string) =>
    `“${product}” is what customers buy again: ${share} of its buyers have`,
  none: 'No product has enough buyers yet to say what is bought again',
  counted: (repeaters: string, buyers: string, low: string, high: string) =>
    `${repeaters} of ${buyers}; the true share lies between ${low} and ${high} (95%).`,
  typical: (days: string) => `Half of its repeats that are seen come within ${days}.`,
  young:
    'Buyers of late have had little time to buy again, so new products look worse than they are; the table has shares within 90 and 365 days that allow for it.',
  refunds: 'Given back counts where rows of refunds name the product.',
  drawn: (drawn: string, all: string) => `The ${drawn} of ${all} products that bring most are drawn.`,
  least: 'With at least',
  leasts: { '10': '10 buyers', '30': '30 buyers', '100': '100 buyers', '300': '300 buyers' },
  label: 'Bars: the share of the buyers of each product who bought it again.',
  bar: (share: string, net: string | null) => (net === null ? share : `${share} · ${net}`),
  key: 'Each bar ends with the share who bought it again and the net that the product brings.',
  terms: [
    { word: 'replenishment', means: 'Buying the same product again, and the days until then.' },
    {
      word: 'product repeat rate',
      means: 'Customers who bought a product on two days or more, divided by all who bought it.',
    },
  ],
  heads: {
    ...{ product: 'Product', orders: 'Orders', buyers: 'Buyers', repeaters: 'Bought it again' },
    ...{ repeat_rate: 'Share', low: 'At least', high: 'At most', again_90: 'Again by 90 days' },
    ...{ again_365: 'Again by 365 days', km_p25_days: 'A quarter again after' },
    ...{ km_median_days: 'Half again after', typical_days: 'Repeats mostly after', net: 'Net' },
    refund_share: 'Given back',
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    products: typeof messages;
  }
}
