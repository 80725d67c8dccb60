import type { Column, Row } from '../../domain/table';

/** What each measure's columns are made of, from the line upwards. */
const PARTS = {
  net: ['net_returning', 'net_new', 'net_unknown'],
  orders: ['orders_returning', 'orders_new', 'orders_unknown'],
  customers: ['customers_returning', 'customers_new'],
  aov: ['aov'],
  margin: ['margin'],
} as const;
export type Measure = keyof typeof PARTS;
export type Part = (typeof PARTS)[Measure][number];

const MEASURES = Object.keys(PARTS) as Measure[];
/** Measures whose figure of the year before is in the answer. */
const BEFORE: Partial<Record<Measure, string>> = { net: 'net_year_before', orders: 'orders_year_before' };

const hasValue = (rows: readonly Row[], name: string) => rows.some((row) => Boolean(row[name]));

/** What this file can show: no money without amounts, no customers without buyers, no margin without costs. */
export const measuresOf = (rows: readonly Row[]): Measure[] =>
  MEASURES.filter((measure) => measure === 'orders' || hasValue(rows, measure));

/** More columns than these are a grey field: the picture then has the last ones. */
const MOST_PERIODS = 120;
export const pictured = (rows: readonly Row[]): readonly Row[] => rows.slice(-MOST_PERIODS);

export interface PartOfPeriod {
  period: string;
  part: Part;
  value: number;
  open: boolean;
}

/** The parts that the columns have; one that is 0 in every period is left out. An unknown figure has a column of no height. */
export const partsOf = (rows: readonly Row[], measure: Measure): PartOfPeriod[] => {
  const parts = PARTS[measure].filter((part) => hasValue(rows, part) || part === PARTS[measure][0]);
  return rows.flatMap((row) =>
    parts.map((part) => ({
      ...{ period: String(row.period), part, value: Number(row[part] ?? 0) },
      open: row.is_complete !== true,
    })),
  );
};

/** The same measure of the period a year earlier, where it is known. */
export const yearBefore = (rows: readonly Row[], measure: Measure): { period: string; value: number }[] =>
  rows.flatMap((row) => {
    const value = row[BEFORE[measure] ?? ''] ?? null;
    return value === null ? [] : [{ period: String(row.period), value: Number(value) }];
  });

export interface Headline {
  row: Row;
  /** Net, or orders where the file has no amounts. */
  measure: 'net' | 'orders';
  value: number;
  /** 0..1, the part that older customers bring; null where nobody is known or there is nothing to share. */
  returning: number | null;
  /** value ÷ that of the year before − 1; null where that is unknown or not above 0. */
  change: number | null;
}

const changeOf = (row: Row, measure: 'net' | 'orders'): number | null => {
  const before = row[BEFORE[measure]!] ?? null;
  return before !== null && Number(before) > 0 ? Number(row[measure]) / Number(before) - 1 : null;
};

/** The last period that is over. */
export function headline(rows: readonly Row[]): Headline | null {
  const row = rows.findLast(({ is_complete }) => is_complete === true);
  if (!row) return null;
  const measure = row.net === null ? 'orders' : 'net';
  const value = Number(row[measure]);
  const returning = Number(row[PARTS[measure][0]]);
  const isShared = value > 0 && returning >= 0 && returning <= value && hasValue(rows, 'customers');
  return {
    ...{ row, measure, value },
    returning: isShared ? returning / value : null,
    change: changeOf(row, measure),
  };
}

const COLUMNS: readonly Column[] = [
  { name: 'period', type: 'date', unit: 'date' },
  { name: 'net', type: 'number', unit: 'money' },
  { name: 'change', type: 'number', unit: 'rate' },
  { name: 'net_year_before', type: 'number', unit: 'money' },
  { name: 'orders', type: 'integer', unit: 'count' },
  { name: 'aov', type: 'number', unit: 'money' },
  { name: 'customers', type: 'integer', unit: 'count' },
  { name: 'customers_new', type: 'integer', unit: 'count' },
  { name: 'margin', type: 'number', unit: 'money' },
  { name: 'is_complete', type: 'boolean', unit: 'flag' },
];

/** The table below the picture, the last period first: what the file says, and the change against the year before. */
export function tableOf(rows: readonly Row[]): { columns: Column[]; rows: Row[] } {
  const measure = headline(rows)?.measure ?? 'net';
  const changed = rows.map((row) => ({
    ...row,
    change: row.is_complete === true ? changeOf(row, measure) : null,
  }));
  const isShown = ({ name }: Column) => {
    if (name === 'is_complete') return rows.some((row) => row.is_complete !== true);
    return name === 'period' || name === 'orders' || hasValue(changed, name);
  };
  return { columns: COLUMNS.filter(isShown), rows: changed.toReversed() };
}

/** Colours mean one thing everywhere: who came back, who is new, who is unknown. */
export function colourOf(part: Part): 'return' | 'muted' | 'accent' {
  if (part.endsWith('_returning')) return 'return';
  return part.endsWith('_unknown') ? 'muted' : 'accent';
}
