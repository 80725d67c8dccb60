export const messages = {
  title: 'How many stay',
  tab: 'Stay',
  question: 'Of the customers who were active at the start of a period, how many still were at its end?',
  also: 'retention rate, customer retention rate, CRR, loyalty, active customers',
  finding: (rate: string, period: string) =>
    `Of the customers who were active before ${period}, ${rate} still were at its end`,
  counted: (retained: string, cs: string, low: string, high: string) =>
    `${retained} of ${cs}; the true share lies between ${low} and ${high} (95%).`,
  forms: (article: string, base: string) =>
    `Counted with those who came back after a pause: ${article}. Of all earlier customers, ${base} ordered in the period.`,
  terms: [
    {
      word: 'customer retention rate',
      means:
        'The share in the sentence: active at the start and at the end, divided by active at the start (the strict form).',
    },
    {
      word: '(CE − CN) ÷ CS',
      means:
        'The form of many articles: active at the end (CE) less new ones (CN), divided by active at the start (CS). It counts those back after a pause, so it can pass 100%.',
    },
    {
      word: 'churn rate',
      means: 'What is missing to 100%: of those active at the start, the share that is no longer active.',
    },
  ],
  leftCut: 'The file begins too late to know everybody who was active at the start, so this may be off.',
  none: 'The file has no period yet with active customers at its start',
  grain: 'For each',
  grains: { week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  active: 'Active means an order',
  actives: {
    '365': 'in the last 365 days',
    '180': 'in the last 180 days',
    '90': 'in the last 90 days',
    period: 'in the period itself',
  },
  period: 'Show the steps of',
  last: 'the last one that is over',
  steps: {
    cs: 'Active at the start',
    lost: 'No longer active',
    reactivated: 'Back after a pause',
    cn: 'New',
    ce: 'Active at the end',
  },
  gained: (customers: string) => `+${customers}`,
  gone: (customers: string) => `−${customers}`,
  label: 'Steps from the customers active at the start of the period to those active at its end.',
  heads: {
    period: 'Period',
    cs: 'Active at the start',
    ce: 'Active at the end',
    cn: 'New',
    retained: 'Stayed',
    lost: 'No longer active',
    reactivated: 'Back',
    strict_rate: 'Stayed, share',
    article_rate: 'With those back after a pause',
    base_rate: 'Of all earlier customers',
    is_complete: 'Over',
    is_left_cut: 'Start not fully known',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'retention-rate': typeof messages;
  }
}
