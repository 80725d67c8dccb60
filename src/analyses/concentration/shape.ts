import type { Column, Row } from '../../domain/table';

/** Percents of the customers, best first, at which the curve is known. */
export const CURVE = [1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90] as const;

export interface CurvePoint {
  /** Part of the customers, best first, 0..1. */
  customers: number;
  /** Part of the net that they bring; above 1 where others got back more than they paid. */
  net: number;
}

/** The curve from nobody to everybody; empty where there is no net to share. */
export function curveOf(row: Row | undefined): CurvePoint[] {
  if (!row || row.top_share === null) return [];
  const between = CURVE.map((percent) => ({
    customers: percent / 100,
    net: Number(row[`top_${percent}_share`]),
  }));
  return [{ customers: 0, net: 0 }, ...between, { customers: 1, net: 1 }];
}

/** The table twin: one row for each point of the curve. */
export function curveTable(row: Row | undefined): { columns: Column[]; rows: Row[] } {
  const columns: Column[] = [
    { name: 'part', type: 'number', unit: 'rate' },
    { name: 'customers', type: 'integer', unit: 'count' },
    { name: 'net_share', type: 'number', unit: 'rate' },
  ];
  const rows = curveOf(row)
    .slice(1)
    .map(({ customers, net }) => ({
      part: customers,
      customers: Math.ceil(customers * Number(row?.customers) - 1e-9),
      net_share: net,
    }));
  return { columns, rows };
}

/** The part of the customers who bring 80 % of the net, 0..1. */
export const partOf = (row: Row): number => Number(row.customers_for_80) / Number(row.customers);
