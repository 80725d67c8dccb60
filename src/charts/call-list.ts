import type { Column, Row } from '../domain/table';

/** How each customer can be reached, by key; `has_consent` is null where no column of the file speaks of consent. */
export type Contacts = ReadonlyMap<string, Row>;

const REACHED = ['name', 'email', 'phone'] as const;
const text = (name: string): Column => ({ name, type: 'text', unit: 'text' });

/** Of these people, how many have not agreed to be written to. */
export const withoutConsent = (rows: readonly Row[], contacts: Contacts): number =>
  rows.filter((row) => !agrees(row, contacts)).length;

const agrees = (row: Row, contacts: Contacts): boolean =>
  contacts.get(String(row.customer))?.has_consent !== false;

/**
 * The list as it is saved: those who may be written to, each with the ways to reach them that the file has. What the list says of
 * them by itself stands.
 */
export function callList(columns: readonly Column[], rows: readonly Row[], contacts: Contacts) {
  const own = new Set(columns.map(({ name }) => name));
  const people = rows
    .filter((row) => agrees(row, contacts))
    .map((row): Row => ({ ...contacts.get(String(row.customer)), ...row }));
  const added = REACHED.filter(
    (name) => !own.has(name) && people.some((row) => (row[name] ?? '') !== ''),
  ).map(text);
  const [first, ...rest] = columns;
  return { columns: first ? [first, ...added, ...rest] : [], rows: people };
}
