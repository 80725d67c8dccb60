import type { Row } from '../../domain/table';

/** The layer of orders that name nobody. */
export const NOBODY = 'nobody';
export const layerOf = ({ cohort }: Row): string => (cohort === null ? NOBODY : String(cohort));

/** Layers from the first customers to the last, nobody named on top. */
export function layersOf(rows: readonly Row[]): string[] {
  const known = [...new Set(rows.map(layerOf))].filter((layer) => layer !== NOBODY).sort();
  return rows.some(({ cohort }) => cohort === null) ? [...known, NOBODY] : known;
}

export interface Headline {
  period: string;
  cohort: string;
  /** Part of the net of known customers that those of earlier cohorts bring, 0..1. */
  older: number;
}

/** The last period that is over and brought money: how much of it came from customers of earlier cohorts. */
export function headline(rows: readonly Row[]): Headline | null {
  const last = rows.findLast((row) => row.is_complete === true && row.cohort !== null);
  if (!last) return null;
  const known = rows.filter(({ period, cohort }) => period === last.period && cohort !== null);
  const newest = [
    ...new Set(rows.filter(({ period }) => period! <= last.period!).map(({ cohort }) => cohort)),
  ]
    .filter((cohort) => cohort !== null)
    .sort()
    .at(-1);
  const net = (part: Row[]) => part.reduce((sum, row) => sum + Number(row.net), 0);
  const all = net(known);
  if (all <= 0) return null;
  return {
    period: String(last.period),
    cohort: String(newest),
    older: net(known.filter(({ cohort }) => cohort !== newest)) / all,
  };
}
