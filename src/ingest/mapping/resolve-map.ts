import { FIELDS, type Field, type FieldMap } from '../../domain/choices';
import { fail, ok, type Outcome } from '../../domain/outcome';
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

const nearest = (wanted: string, names: string[]): string | undefined =>
  [...names].sort(
    (a, b) => distance(foldName(wanted), foldName(a)) - distance(foldName(wanted), foldName(b)),
  )[0];

/**
 * The columns that a person named, by position: headers and 0-based numbers become numbers, null stays null.
 * Problems: `unknown-field` for a field we do not have, `unknown-column` with the nearest real header.
 */
export function resolveMap(
  map: FieldMap,
  columns: { column: string }[],
): Outcome<Partial<Record<Field, number | null>>> {
  const names = columns.map(({ column }) => column);
  const resolved: Partial<Record<Field, number | null>> = {};
  for (const [field, value] of Object.entries(map) as [Field, string | number | null | undefined][]) {
    if (value === undefined) continue;
    if (!FIELDS.includes(field))
      return fail({
        code: 'unknown-field',
        column: String(field),
        message: `"${field}" is not one of our fields.`,
        next: `Did you mean "${nearest(field, [...FIELDS])}"?`,
      });
    if (value === null) {
      resolved[field] = null;
      continue;
    }
    const position = typeof value === 'number' ? value : positionOf(value, names);
    if (!Number.isInteger(position) || position < 0 || position >= names.length)
      return fail({
        code: 'unknown-column',
        column: String(value),
        message:
          typeof value === 'number'
            ? `The file has no column number ${value}: its columns are numbered 0 to ${names.length - 1}.`
            : `The file has no column "${value}" (wanted for ${field}).`,
        next:
          typeof value === 'number'
            ? 'Name the column by its header.'
            : `Did you mean "${nearest(value, names)}"?`,
      });
    resolved[field] = position;
  }
  return ok(resolved);
}

/** The header as written, else the only one that differs by case and outer blanks alone. */
function positionOf(wanted: string, names: string[]): number {
  const exact = names.indexOf(wanted);
  if (exact >= 0) return exact;
  const plain = (name: string) => name.trim().toLowerCase();
  const same = names.flatMap((name, position) => (plain(name) === plain(wanted) ? [position] : []));
  return same.length === 1 ? (same[0] ?? -1) : -1;
}
