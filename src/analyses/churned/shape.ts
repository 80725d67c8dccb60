import { STATUSES, type Status } from '../../domain/standing';
import type { Column, Row } from '../../domain/table';

export interface Step {
  status: Status;
  customers: number;
  share: number;
  /** Net of their last year, in the currency's units. */
  net: number;
}

/** How many stand on each step of the ladder; empty where the rule found no line. */
export function ladder(rows: readonly Row[]): Step[] {
  const judged = rows.filter(({ status }) => status !== null);
  if (judged.length === 0) return [];
  return STATUSES.map((status) => {
    const there = judged.filter((row) => row.status === status);
    const net = there.reduce((sum, row) => sum + Number(row.net_12_months), 0);
    return { status, customers: there.length, share: there.length / judged.length, net };
  });
}

/** The ladder as a table. */
export function ladderTable(
  steps: readonly Step[],
  names: Record<string, string>,
): { columns: Column[]; rows: Row[] } {
  const net = steps.reduce((sum, step) => sum + step.net, 0);
  return {
    columns: [
      { name: 'status', type: 'text', unit: 'text' },
      { name: 'customers', type: 'integer', unit: 'count' },
      { name: 'share', type: 'number', unit: 'rate' },
      { name: 'net_12_months', type: 'number', unit: 'money' },
      { name: 'net_share', type: 'number', unit: 'rate' },
    ],
    rows: steps.map((step) => ({
      ...{ status: names[step.status] ?? step.status, customers: step.customers, share: step.share },
      ...{ net_12_months: step.net, net_share: net > 0 ? step.net / net : null },
    })),
  };
}
