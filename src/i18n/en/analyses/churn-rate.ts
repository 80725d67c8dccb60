export const messages = {
  title: 'How many are lost',
  tab: 'By month',
  question: 'What share of the active customers is lost in each period?',
  also: 'churn, churn rate, attrition, monthly churn, lost customers',
  finding: (rate: string, grain: string) => `${rate} of the active customers are lost in a ${grain}`,
  none: 'No period is over for long enough yet to say how many are lost',
  counted: (lost: string, active: string, low: string, high: string, first: string, last: string) =>
    `${lost} of ${active} from ${first} to ${last}, a customer once for each period; the true share lies between ${low} and ${high} (95%).`,
  back: (customers: string) => `In the same time ${customers} came back after they had been counted as lost.`,
  provisional: (days: string) =>
    `Hatched: the last ${days}. Who was lost then may still come back, so these are not in the share.`,
  leftCut: 'The first periods are left out: the file begins too late to know everybody who was active.',
  grain: 'For each',
  grains: { week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
  unit: 'customers',
  label:
    'Columns: customers who were lost in each period, below the line, and those who came back, above it.',
  keys: { back: 'came back, above the line', lost: 'lost, below the line', open: 'not settled yet' },
  parts: { lost: 'lost', reactivated: 'came back' },
  lostTerm: 'lost',
  activeTerm: 'active',
  activeMeans: (days: string) => `Ordered within the last ${days}.`,
  lostMeans: (days: string) => `Was active, and then went without an order for more than ${days}.`,
  heads: {
    period: 'Period',
    active_at_start: 'Active at the start',
    lost: 'Lost',
    reactivated: 'Came back',
    rate: 'Lost, share',
    is_provisional: 'Not settled yet',
    is_left_cut: 'Start not fully known',
    lapse_days: 'Lost after',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'churn-rate': typeof messages;
  }
}
