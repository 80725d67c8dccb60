import { count, plural } from '../../numbers';

export const messages = {
  title: 'Tiers',
  tab: 'Tiers',
  question: 'Who is in which tier, and who has moved up or down?',
  also: 'loyalty program, VIP, gold, silver, bronze, status levels',
  finding: (gold: string, share: string) => `${gold} are Gold and bring ${share} of the net of 12 months`,
  customers: (n: number) => plural(n, { one: '1 customer', other: `${count(n)} customers` }),
  none: 'Nobody is Gold: no net in the last 12 months',
  nobody: 'Nobody is Gold by these lines',
  moved: (up: string, down: string) =>
    `In the last 90 days ${up} moved up and ${down} moved down, newcomers apart.`,
  lines: (silver: string, gold: string) =>
    `Silver begins at ${silver} of net in 12 months, Gold at ${gold}; Bronze is anything above nothing.`,
  own: 'These lines were set here and stay with the file.',
  usual:
    'These lines are what the best third and the best tenth of those with net in the last 12 months brought at least. Set your own below, so that they stay where they are as the shop changes.',
  bar: (customers: string, net: string) => `${customers} · ${net}`,
  label: 'Bars: how many customers stand in each tier, and the net of their last 12 months.',
  show: 'Show who',
  shows: { up: 'moved up in 90 days', down: 'moved down in 90 days' } as Record<string, string>,
  list: (who: string, customers: string) => `${who}: ${customers}`,
  silver: 'Silver from',
  gold: 'Gold from',
  reset: 'Lines from the shop’s own numbers',
  heads: {
    tier: 'Tier',
    customers: 'Customers',
    net_12_months: 'Net of 12 months',
    net_share: 'Of that of all',
  },
  listHeads: {
    customer: 'Customer',
    tier: 'Tier',
    since_on: 'Since',
    tier_before: 'Before that',
    net_12_months: 'Net of 12 months',
    tier_90_days_ago: '90 days ago',
    changes_on: 'Changes without an order on',
    changes_to: 'Then',
  } as Record<string, string>,
};

declare module '../../analysis-words' {
  interface AnalysisWords {
    tiers: typeof messages;
  }
}
