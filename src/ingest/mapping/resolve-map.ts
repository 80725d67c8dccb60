import { FIELDS, type Field, type FieldMap } from '../../domain/choices';
import { fail, ok, type Outcome } from '../../domain/outcome';
import { fault, type Fault } from '../../domain/said/problems';
import { foldName } from '../names/fold-name';

/** Number of letters to change to make one word of the other. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++)
      current[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    previous = current;
  }
  return previous[b.length] ?? 0;
}

const nearest = (wanted: string, names: string[]): string =>
  [...names].sort(
    (a, b) => distance(foldName(wanted), foldName(a)) - distance(foldName(wanted), foldName(b)),
  )[0] ?? '';

/**
 * The columns that a person named, by position: headers and 0-based numbers become numbers, null stays null.
 * Problems: `unknown-field` for a field we do not have, `unknown-column` with the nearest real header.
 */
export function resolveMap(
  map: FieldMap,
  columns: { column: string }[],
): Outcome<Partial<Record<Field, number | null>>, Fault> {
  const names = columns.map(({ column }) => column);
  const resolved: Partial<Record<Field, number | null>> = {};
  for (const [field, value] of Object.entries(map) as [Field, string | number | null | undefined][]) {
    if (value === undefined) continue;
    if (!FIELDS.includes(field))
      return fail(
        fault('unknown-field', { field, nearest: nearest(field, [...FIELDS]) }, { column: String(field) }),
      );
    if (value === null) {
      resolved[field] = null;
      continue;
    }
    const position = typeof value === 'number' ? value : positionOf(value, names);
    if (!Number.isInteger(position) || position < 0 || position >= names.length)
      return fail(noColumn(field, value, names));
    resolved[field] = position;
  }
  return ok(resolved);
}

function noColumn(field: Field, value: number | string, names: string[]): Fault {
  const place = { code: 'unknown-column', column: String(value) };
  return typeof value === 'number'
    ? fault('unknown-column-number', { number: value, last: names.length - 1 }, place)
    : fault('unknown-column', { column: value, field, nearest: nearest(value, names) }, place);
}

/** The header as written, else the only one that differs by case and outer blanks alone. */
function positionOf(wanted: string, names: string[]): number {
  const exact = names.indexOf(wanted);
  if (exact >= 0) return exact;
  const plain = (name: string) => name.trim().toLowerCase();
  const same = names.flatMap((name, position) => (plain(name) === plain(wanted) ? [position] : []));
  return same.length === 1 ? (same[0] ?? -1) : -1;
}
