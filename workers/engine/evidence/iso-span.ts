import type { DateReading } from '../../../src/domain/evidence';
import type { CountedColumns } from './evidence';

/**
 * The first and the last day of a column that was counted whole, whose values are all ISO dates; null where that is not known. Such texts
 * stand in the order of their days, so the least and the largest of each shape say it, and no row has to be read again.
 */
export function isoSpan(
  { columns, whole }: CountedColumns,
  position: number,
  how: DateReading | undefined,
): { from: string; to: string } | null {
  const column = columns[position];
  if (!column?.dates || how?.style !== 'iso' || how.has_offset || !whole.has(position)) return null;
  if (column.dates.reduce((sum, { rows }) => sum + rows, 0) !== column.filled) return null;
  const days = column.dates.flatMap(({ examples }) => examples.map((text) => text.slice(0, 10))).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to || !days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))) return null;
  return { from, to };
}
