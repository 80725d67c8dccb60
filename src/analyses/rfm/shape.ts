import type { Column, Row } from '../../domain/table';
import { GROUPS, type Group } from './groups';

/** Fewer customers are listed and not sorted into fifths. */
export const FEWEST = 50;

export interface GroupFigures {
  group: Group;
  customers: number;
  share: number;
  net: number;
  net_share: number | null;
  aov: number | null;
  median_days: number | null;
}

function middle(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.sort((one, other) => one - other);
  const half = (sorted.length - 1) / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
}

/** What each group is made of and brings, best group first; all eleven, also those without customers. */
export function groupFigures(rows: readonly Row[]): GroupFigures[] {
  const members = new Map<string, Row[]>(GROUPS.map((group) => [group, []]));
  for (const row of rows) members.get(String(row.group))?.push(row);
  const sum = (list: readonly Row[], name: string) =>
    list.reduce((total, row) => total + Number(row[name]), 0);
  const all = sum(rows, 'monetary');
  return GROUPS.map((group) => {
    const list = members.get(group) ?? [];
    const [net, orders] = [sum(list, 'monetary'), sum(list, 'frequency')];
    return {
      ...{ group, customers: list.length, share: rows.length > 0 ? list.length / rows.length : 0, net },
      ...{ net_share: all > 0 ? net / all : null, aov: orders > 0 ? net / orders : null },
      median_days: middle(list.map((row) => Number(row.recency_days))),
    };
  });
}

const GROUP_COLUMNS: Column[] = [
  { name: 'group', type: 'text', unit: 'text' },
  { name: 'customers', type: 'integer', unit: 'count' },
  { name: 'share', type: 'number', unit: 'rate' },
  { name: 'net', type: 'number', unit: 'money' },
  { name: 'net_share', type: 'number', unit: 'rate' },
  { name: 'aov', type: 'number', unit: 'money' },
  { name: 'median_days', type: 'number', unit: 'days' },
  { name: 'action', type: 'text', unit: 'text' },
];

export const groupTable = (
  figures: readonly GroupFigures[],
  names: Record<Group, string>,
  actions: Record<Group, string>,
): { columns: Column[]; rows: Row[] } => ({
  columns: GROUP_COLUMNS,
  rows: figures.map((one) => ({ ...one, group: names[one.group], action: actions[one.group] })),
});

/** The largest value of each score that has one, by score: what the cuts are in plain numbers. */
export function boundsOf(rows: readonly Row[], score: 'r' | 'f' | 'm'): { score: number; upTo: number }[] {
  const bounds = new Map<number, number>();
  for (const row of rows) {
    const upTo = row[`${score}_up_to`];
    if (typeof upTo === 'number') bounds.set(Number(row[score]), upTo);
  }
  return [...bounds]
    .map(([of, upTo]) => ({ score: of, upTo }))
    .sort((one, other) => (score === 'r' ? other.score - one.score : one.score - other.score));
}

export interface Movement {
  /** Customers by the group before (null: none yet) and the group now; only pairs that occur. */
  cells: Map<string, number>;
  /** In a group higher up the list than before, and further down. */
  up: number;
  down: number;
}

export const NOBODY = 'nobody';
export const cellKey = (before: string, now: string) => `${before} > ${now}`;

export function movementOf(rows: readonly Row[]): Movement {
  const place = (group: unknown) => GROUPS.indexOf(group as Group);
  const moved: Movement = { cells: new Map(), up: 0, down: 0 };
  for (const { group, group_before: before } of rows) {
    const key = cellKey(before === null ? NOBODY : String(before), String(group));
    moved.cells.set(key, (moved.cells.get(key) ?? 0) + 1);
    if (before === null || before === group) continue;
    if (place(group) < place(before)) moved.up++;
    else moved.down++;
  }
  return moved;
}

const FOUR = /^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/;

/** Cuts as a person writes them, tidied; null where they are not four rising numbers, '' where nothing stands there. */
export function cutsFrom(text: string): string | null {
  const tidy = text.replaceAll(/\s+/g, '');
  if (tidy === '') return '';
  if (!FOUR.test(tidy)) return null;
  const numbers = tidy.split(',').map(Number);
  return numbers.every((one, at) => at === 0 || one > numbers[at - 1]!) ? tidy : null;
}
