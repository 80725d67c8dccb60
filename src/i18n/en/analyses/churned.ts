import { count, plural } from '../../numbers';

export const messages = {
  title: 'Who is slipping away',
  tab: 'Slipping away',
  question: 'Who has stopped buying, and who is about to?',
  also: 'churn, churned, at risk, lapsed, inactive, dormant, win-back, reactivation',
  slipping: (customers: string, net: string | null) =>
    net === null ? `${customers} are slipping away` : `${customers} are slipping away, worth ${net} a year`,
  customers: (n: number) => plural(n, { one: '1 customer', other: `${count(n)} customers` }),
  nobody: 'Nobody is slipping away just now',
  silent: (risk: string, gone: string) =>
    `Not seen for more than ${risk}, and hardly anybody comes back after ${gone}: this is the time to write or call.`,
  silentDays: (risk: string, gone: string) => `Not seen for more than ${risk}, and not yet for ${gone}.`,
  gone: (customers: string, net: string | null) =>
    net === null
      ? `${customers} have gone already.`
      : `${customers} have gone already; they brought ${net} in the year up to their last order.`,
  worth: 'Worth: their net in the year up to their last order.',
  bar: (customers: string, net: string | null) => (net === null ? customers : `${customers} · ${net} a year`),
  label: 'Bars: how many customers stand where, and what they brought in the year up to their last order.',
  show: 'Show who',
  list: (who: string, customers: string) => `${who}: ${customers}`,
  heads: {
    status: 'Where they stand',
    customers: 'Customers',
    share: 'Of all',
    net_12_months: 'Net of their last year',
    net_share: 'Of that of all',
  },
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    churned: typeof messages;
  }
}
