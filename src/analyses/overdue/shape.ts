import type { Column, Row } from '../../domain/table';

/** Twice the usual gap: from then on a regular is on the list. */
export const LATE = 2;
/** Upper ends of the bands, in usual gaps. */
const ENDS = { onTime: 1, due: LATE, late: 3, veryLate: 5, most: Infinity } as const;
export type Band = keyof typeof ENDS;
export const BANDS = Object.keys(ENDS) as Band[];

export const bandOf = (row: Row): Band => BANDS.find((band) => Number(row.overdue) <= ENDS[band]) ?? 'most';

export interface BandFigures {
  band: Band;
  customers: number;
  net: number;
  gone: number;
}

export const bandFigures = (rows: readonly Row[]): BandFigures[] =>
  BANDS.map((band) => {
    const there = rows.filter((row) => bandOf(row) === band);
    const net = there.reduce((sum, row) => sum + Number(row.net_12_months), 0);
    return { band, customers: there.length, net, gone: there.filter((row) => row.is_lapsed === true).length };
  });

export const isLate = (row: Row): boolean => Number(row.overdue) > LATE;

export function bandTable(figures: readonly BandFigures[], names: Record<Band, string>) {
  const columns: Column[] = [
    { name: 'band', type: 'text', unit: 'text' },
    { name: 'customers', type: 'integer', unit: 'count' },
    { name: 'net_12_months', type: 'number', unit: 'money' },
    { name: 'gone', type: 'integer', unit: 'count' },
  ];
  const rows: Row[] = figures.map(({ band, customers, net, gone }) => ({
    ...{ band: names[band], customers, net_12_months: net, gone },
  }));
  return { columns, rows };
}
