import type { Column, Row } from '../../domain/table';

/** The tiers, best first. */
export const TIERS = ['gold', 'silver', 'bronze', 'none'] as const;
export type Tier = (typeof TIERS)[number];

export interface TierSum {
  tier: Tier;
  customers: number;
  /** Net of their last 12 months, in the currency's units. */
  net: number;
  /** Of the net of all; null where that is not above 0. */
  share: number | null;
}

/** How many stand in each tier and what they brought in 12 months. */
export function tierSums(rows: readonly Row[]): TierSum[] {
  const all = rows.reduce((sum, row) => sum + Number(row.net_12_months), 0);
  return TIERS.map((tier) => {
    const mine = rows.filter((row) => row.tier === tier);
    const net = mine.reduce((sum, row) => sum + Number(row.net_12_months), 0);
    return { tier, customers: mine.length, net, share: all > 0 ? net / all : null };
  });
}

/** The same as a table. */
export function tierTable(
  sums: readonly TierSum[],
  names: Record<string, string>,
): { columns: Column[]; rows: Row[] } {
  return {
    columns: [
      { name: 'tier', type: 'text', unit: 'text' },
      { name: 'customers', type: 'integer', unit: 'count' },
      { name: 'net_12_months', type: 'number', unit: 'money' },
      { name: 'net_share', type: 'number', unit: 'rate' },
    ],
    rows: sums.map(({ tier, customers, net, share }) => ({
      ...{ tier: names[tier] ?? tier, customers, net_12_months: net, net_share: share },
    })),
  };
}
