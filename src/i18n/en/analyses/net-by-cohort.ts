export const messages = {
  title: 'Whose money it is',
  tab: 'Whose money',
  question: 'Of which start year are the customers who bring the net of each period?',
  also: 'revenue by cohort, layer cake, cohort revenue, stacked areas',
  finding: (period: string, share: string, cohort: string) =>
    `In ${period}, customers who began before ${cohort} brought ${share} of the net`,
  first: (period: string, cohort: string) =>
    `In ${period}, all of the customers’ net came from those who began in ${cohort}`,
  none: 'No period that is over has net of known customers',
  layers: 'Each layer is the net of the customers who began in that year or quarter; the oldest lie below.',
  kept: 'A layer that keeps its height is a group that keeps buying.',
  open: 'The last period is not over.',
  leftCut: 'The lowest layer may hold customers from before the file begins.',
  grain: 'For each',
  grains: { week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  cohortGrain: 'Customers by the',
  cohortGrains: { year: 'year of the first order', quarter: 'quarter of the first order' },
  refunds: 'Refunds',
  refundModes: {
    original_order: 'on the order’s date',
    refund_date: 'on their own date',
    none: 'not taken off',
  },
  label: 'Layers over time: the net of the customers of each start year or quarter, the oldest below.',
  nobody: 'unknown buyers',
  began: (cohort: string) => `began ${cohort}`,
  terms: [{ word: 'layer cake', means: 'Net over time, stacked by when the customers first bought.' }],
  heads: {
    ...{ period: 'Period', cohort: 'Customers who began in', orders: 'Orders', net: 'Net' },
    ...{ is_complete: 'Over', is_left_cut: 'May be older customers' },
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'net-by-cohort': typeof messages;
  }
}
