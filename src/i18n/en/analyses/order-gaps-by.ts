import { chance } from '../chance';

export const messages = {
  title: 'Who returns sooner',
  tab: 'Returns sooner',
  question: 'After which first order do customers come back sooner?',
  also: 'time to repeat purchase, survival, Kaplan–Meier, log-rank, median days, by channel',
  finding: {
    sooner: (value: string, share: string) =>
      `Who begins with “${value}” comes back sooner: ${share} within 90 days`,
    later: (value: string, share: string) =>
      `Nobody comes back sooner than the others; who begins with “${value}” comes back later: ${share} within 90 days`,
  },
  unclear: (compared: string) =>
    `No kind of first order brings customers back sooner or later than the others, beyond chance (${compared} compared)`,
  none: 'There are not yet enough customers to compare how soon they come back',
  counted: (returned: string, of: string, expected: string) =>
    `${returned} of ${of} came back; ${expected} would have, had they been as quick as all customers.`,
  half: (days: string) => `Half of them are back after ${days}.`,
  cause: 'They go together; that one brings the other about is not shown.',
  by: 'Compare',
  attributes: {
    ...{ product: 'first products', category: 'first categories', channel: 'first channels' },
    ...{ country: 'countries', discount: 'first orders with and without discount' },
  } as Record<string, string>,
  values: { yes: 'with discount', no: 'without discount' } as Record<string, string>,
  label: 'Bars: the share of customers back within 90 days, by what their first order was like.',
  verdicts: {
    sooner: 'sooner than the others, beyond chance',
    later: 'later than the others, beyond chance',
    unclear: 'may be chance',
  },
  bar: (share: string, p: string) => `${share} (p ${p})`,
  tiny: '< 0.001',
  terms: [
    chance.term,
    {
      word: 'log-rank p',
      means:
        'How often chance alone would make the returns of these customers and of all others as different as they are.',
    },
  ],
  heads: {
    ...{ attribute: 'Compared by', value: 'First order', customers: 'Customers', returned: 'Came back' },
    ...{
      expected: 'Expected',
      km_p25_days: 'A quarter are back after',
      km_median_days: 'Half are back after',
    },
    ...{ back_30: 'Back by 30 days', back_90: 'Back by 90 days', back_365: 'Back by 365 days' },
    ...{ chi_square: 'Log-rank statistic', ...chance.heads },
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'order-gaps-by': typeof messages;
  }
}
