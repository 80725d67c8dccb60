export const messages = {
  title: 'Who came back',
  tab: 'Cohorts',
  question: 'Of the customers who first bought in a period, how many came back, and when?',
  also: 'cohort, cohort analysis, retention, retention rate, retention curve, heatmap',
  tile: {
    title: 'Who came back',
    none: 'No period is over yet.',
    cell: (rate: string, size: string) => `${rate} of ${size} customers ordered in that period`,
    means: (ages: string) => `% who ordered again, by ${ages}. Dashed: not over yet.`,
  },
  finding: {
    in_period: (rate: string, period: string) => `${rate} of new customers order again ${period}`,
    on_or_after: (rate: string, period: string) => `${rate} of new customers order again ${period} or later`,
    by_then: (rate: string, period: string) =>
      `${rate} of new customers have ordered again by the end of ${period}`,
  },
  nextPeriod: {
    day: 'on the day after their first',
    week: 'in the week after their first',
    month: 'in the month after their first',
    quarter: 'in the quarter after their first',
    year: 'in the year after their first',
  },
  byPeriod: {
    day: 'the day after their first',
    week: 'the week after their first',
    month: 'the month after their first',
    quarter: 'the quarter after their first',
    year: 'the year after their first',
  },
  counted: (n: string, of: string, low: string, high: string) =>
    `${n} of ${of}; the true share lies between ${low} and ${high} (95%).`,
  tooYoung: 'No group is old enough yet to say how many come back',
  onlyOld: 'These groups may hold older customers, so what all of them did together is not counted',
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    'cohort-retention': typeof messages;
  }
}
