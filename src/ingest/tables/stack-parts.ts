import { foldName } from '../names/fold-name';
import { looksLikeRefunds } from './refund-words';
import type { TableShape, Unit } from './table-shape';

/** Tables with so large a share of their columns in common are parts of one: an export may grow a column over the years. */
const SHARED_ENOUGH = 0.8;

const kindOf = ({ dates, numbers, examples }: TableShape['columns'][number]): string => {
  if (dates && dates.length > 0) return 'date';
  if (numbers) return 'number';
  return examples.some((value) => /\S@\S+\.\S/.test(value)) ? 'address' : 'text';
};

/** For each column of `whole`, the position of the same one in `part`; null where they are not the same kind of table. */
function alignment(whole: TableShape, part: TableShape): (number | null)[] | null {
  if (whole.has_header && part.has_header) {
    const names = part.columns.map(({ column }) => foldName(column) || column);
    const at = whole.columns.map(({ column }) => {
      const position = names.indexOf(foldName(column) || column);
      return position < 0 ? null : position;
    });
    const shared = at.filter((position) => position !== null).length;
    const all = whole.columns.length + part.columns.length - shared;
    return shared >= 2 && shared >= SHARED_ENOUGH * all ? at : null;
  }
  if (whole.columns.length !== part.columns.length || part.columns.length < 2) return null;
  const agrees = whole.columns.every((column, i) => {
    const other = part.columns[i]!;
    return column.filled === 0 || other.filled === 0 || kindOf(column) === kindOf(other);
  });
  return agrees ? whole.columns.map((_, i) => i) : null;
}

/** A new unit of one table. */
const unitOf = (table: TableShape, index: number): Unit => ({
  label: table.label,
  tables: [index],
  columns: table.columns.map((evidence, i) => ({ header: evidence.column, evidence, positions: [i] })),
  rows: table.rows,
  said: table.said === 'part' ? null : table.said,
});

function add(unit: Unit, tables: readonly TableShape[], index: number, at: (number | null)[]): void {
  const table = tables[index]!;
  unit.columns.forEach((column, i) => column.positions.push(at[i] ?? null));
  table.columns.forEach((evidence, position) => {
    if (at.includes(position)) return;
    const positions = [...unit.tables.map(() => null), position];
    unit.columns.push({ header: evidence.column, evidence, positions });
  });
  unit.tables.push(index);
  unit.rows += table.rows;
}

/**
 * Which tables are one below the other: those with the same columns, by name, or where there are no names by what the
 * columns hold. `left` are positions of tables that take no part. A table with names comes before those without.
 */
export function stackParts(tables: readonly TableShape[], left: ReadonlySet<number>): Unit[] {
  const units: Unit[] = [];
  const order = tables
    .map((_, i) => i)
    .toSorted((a, b) => Number(tables[b]!.has_header) - Number(tables[a]!.has_header));
  for (const index of order) {
    const table = tables[index]!;
    if (left.has(index)) continue;
    const fits = (unit: Unit) => {
      const first = tables[unit.tables[0]!]!;
      if (table.said !== null && table.said !== 'part' && table.said !== unit.said) return null;
      if (unit.said !== null && table.said === null && unit.said !== 'orders' && unit.said !== 'lines')
        return null;
      if (looksLikeRefunds(first) !== looksLikeRefunds(table)) return null;
      return alignment(first, table);
    };
    const found = units.map((unit) => ({ unit, at: fits(unit) })).find(({ at }) => at !== null);
    if (found?.at) add(found.unit, tables, index, found.at);
    else units.push(unitOf(table, index));
  }
  return units;
}
