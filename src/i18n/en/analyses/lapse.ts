export const messages = {
  title: 'When silence means gone',
  tab: 'When gone',
  question: 'After how many days of silence does a customer not come back any more?',
  also: 'churn definition, lapse, lapse point, inactivity threshold, recency, survival',
  finding: (days: string) => `After ${days} without an order hardly anybody comes back`,
  byWaits: (days: string) => `Four fifths of all waits between orders are over after ${days}`,
  curve: (start: string, horizon: string, half: string, gone: string) =>
    `Right after an order ${start} order again within ${horizon}. The chance falls under half of that after ${half}, and under a fifth after ${gone}; there it stays.`,
  tooFew: (customers: string) =>
    `Only ${customers} customers could be watched long enough, and the curve needs 100. So the waits between orders say it (Kaplan–Meier: open waits count as long as they were watched).`,
  others: (glew: string, p40: string, p80: string) =>
    `Other rules in use: at risk from 80% of the lapse point (Glew): ${glew}. At risk after 40% and gone after 80% of all waits (Statlas): ${p40} and ${p80}.`,
  never: 'never reached',
  spells: (customers: string, spells: string) =>
    `Counted from ${spells} silences of ${customers} customers. Each customer weighs one, so the few who buy every week do not set the line for everybody.`,
  label: 'Curve: of customers silent for so many days, how many order again.',
  line: (horizon: string) => `within ${horizon}`,
  axisX: 'days without an order',
  axisY: 'order again',
  atRisk: (days: string) => `at risk after ${days}`,
  lapsed: (days: string) => `gone after ${days}`,
  atRiskUnder: 'At risk when the chance falls under',
  lapsedUnder: 'Gone when it falls under',
  ofDayZero: (share: string) => `${share} of that right after an order`,
  terms: {
    spell: 'silence',
    spellMeans:
      'A silent spell: the days from an order to the next one, or to the last day of the data where none came yet.',
    point: 'gone',
    pointMeans:
      'The lapse point: so many days without an order that the chance of another one is under a fifth of what it was.',
  },
  heads: {
    days_silent: 'Days without an order',
    customers: 'Customers so silent',
    spells: 'Their silences so long',
    return_rate: 'Order again',
    is_at_risk: 'At risk',
    is_lapsed: 'Gone',
    returned: 'Silences that ended',
    low: 'From (95%)',
    high: 'To (95%)',
    horizon_days: 'Within',
    found_by: 'Found by',
    at_risk_days: 'At risk after',
    lapse_days: 'Gone after',
    p40_days: '40% of waits over by',
    p80_days: '80% of waits over by',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    lapse: typeof messages;
  }
}
