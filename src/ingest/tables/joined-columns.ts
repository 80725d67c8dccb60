import type { Field } from '../../domain/choices';
import type { Level } from '../../domain/tables';
import { foldName } from '../names/fold-name';
import { uniqueHeaders } from '../dialect/headers';
import { matchName } from '../names/match-names';
import type { Links } from './propose-links';
import type { Unit } from './table-shape';

/** One column of the table that comes of joining. */
export interface JoinedColumn {
  unit: number;
  /** Position in the unit's columns. */
  column: number;
  header: string;
  level: Level | null;
}

/** What is said once an order: where both the order and its lines say it, the order's word stands. */
const OF_THE_ORDER: readonly Field[] = [
  'date',
  'customer',
  'email',
  'phone',
  'customer_name',
  'currency',
  'country',
  'channel',
  'discount_code',
  'status',
  'cancelled_at',
  'shipping',
];

const isOfTheOrder = (header: string): boolean => {
  const [first] = matchName(header);
  return first !== undefined && OF_THE_ORDER.includes(first.field);
};

/**
 * The columns of the joined table: those of the lines, then of all that hangs on them, without the keys that would stand
 * twice. Where two have one name, one keeps it and the other is named with its file.
 */
export function joinedColumns(units: readonly Unit[], { root, attached }: Links): JoinedColumn[] {
  const hasOrders = attached.some(({ level }) => level === 'order');
  const columns: JoinedColumn[] = [
    ...units[root]!.columns.map(({ header }, column) => ({
      unit: root,
      column,
      header,
      level: hasOrders ? ('line' as const) : null,
    })),
    ...attached.flatMap(({ unit, by, level }) =>
      units[unit]!.columns.flatMap(({ header }, column) =>
        column === by.to_column ? [] : [{ unit, column, header, level }],
      ),
    ),
  ];
  const named = columns.map((column, i) => {
    const same = columns.filter(({ header }) => foldName(header) === foldName(column.header));
    const keeper = isOfTheOrder(column.header)
      ? (same.find(({ level }) => level === 'order') ?? same[0])
      : same[0];
    return keeper === columns[i] ? column.header : `${column.header} (${units[column.unit]!.label})`;
  });
  const headers = uniqueHeaders(named, named.length);
  return columns.map((column, i) => ({ ...column, header: headers[i]! }));
}

/** Where a column of a unit stands in the joined table; that of a key is the column that names it. */
export function joinedPosition(
  columns: readonly JoinedColumn[],
  { attached }: Links,
  unit: number,
  column: number,
): number {
  const by = attached.find((one) => one.unit === unit)?.by;
  if (by?.to_column === column) return joinedPosition(columns, { attached } as Links, by.from, by.column);
  return columns.findIndex((one) => one.unit === unit && one.column === column);
}

/** For each table, by its place in the import, where its columns stand in the joined table; -1 for those that do not. */
export function placesOf(
  units: readonly Unit[],
  links: Links,
  columns: readonly JoinedColumn[],
): Map<number, number[]> {
  const { refunds } = links;
  const placeOf = (unit: number, column: number): number =>
    refunds?.unit === unit && refunds.by
      ? column === refunds.by.column
        ? joinedPosition(columns, links, refunds.by.to, refunds.by.to_column)
        : -1
      : joinedPosition(columns, links, unit, column);
  return new Map(
    units.flatMap((unit, at) =>
      unit.tables.map((table, turn): [number, number[]] => {
        const places: number[] = [];
        unit.columns.forEach(({ positions }, column) => {
          const position = positions[turn];
          if (position !== null && position !== undefined) places[position] = placeOf(at, column);
        });
        return [table, Array.from(places, (place) => place ?? -1)];
      }),
    ),
  );
}
