import type { Row } from '../../domain/table';

const isSound = (row: Row) => Number(row.cs) > 0 && row.is_left_cut !== true;

/** The period of the finding: the last that is over and has everybody who was active at its start. */
export function headline(rows: readonly Row[]): Row | null {
  const over = rows.filter((row) => row.is_complete === true);
  return over.filter(isSound).at(-1) ?? over.filter((row) => Number(row.cs) > 0).at(-1) ?? null;
}

export interface Step {
  step: 'cs' | 'lost' | 'reactivated' | 'cn' | 'ce';
  from: number;
  to: number;
  customers: number;
}

/** The bridge from the customers at the start to those at the end: it adds up. */
export function bridgeOf(row: Row): Step[] {
  const [cs, lost, reactivated, cn, ce] = ['cs', 'lost', 'reactivated', 'cn', 'ce'].map((name) =>
    Number(row[name]),
  ) as [number, number, number, number, number];
  const kept = cs - lost;
  return [
    { step: 'cs', from: 0, to: cs, customers: cs },
    { step: 'lost', from: kept, to: cs, customers: -lost },
    { step: 'reactivated', from: kept, to: kept + reactivated, customers: reactivated },
    { step: 'cn', from: kept + reactivated, to: kept + reactivated + cn, customers: cn },
    { step: 'ce', from: 0, to: ce, customers: ce },
  ];
}

/** What "active" may mean on the page; the value as text. */
export const ACTIVE = ['365', '180', '90', 'period'] as const;
export const activeDays = (chosen: string): number | string =>
  chosen === 'period' ? chosen : Number(chosen);
