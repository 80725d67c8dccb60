import { countReasons, type CustomerNotes } from '../domain/customer-notes';
import { folded } from '../domain/folded';
import type { Column, Row } from '../domain/table';
import { format } from '../i18n/format';
import { words } from '../i18n/words';
import type { Contacts } from './call-list';

const text = (name: string): Column => ({ name, type: 'text', unit: 'text' });
const WRITTEN: Column[] = (['reason', 'reason_text', 'note'] as const).map(text);
const WHO = text('who');
const REACHED = ['email', 'phone'] as const;
/** They have places of their own in a list. */
const PLACED: readonly string[] = ['customer', 'name', ...REACHED];

const says = (row: Row, name: string) => (row[name] ?? '') !== '';

/**
 * People as a list shows them: `who` is the name, else the e-mail, else the key; the ways to reach them that the list does not have come
 * from `contacts`, and what the owner has written from `notes`.
 */
export const listedPeople = (rows: readonly Row[], notes: CustomerNotes, contacts: Contacts | null): Row[] =>
  rows.map((row) => {
    const key = String(row.customer);
    const note = notes.get(key);
    const known = contacts?.get(key);
    const of = (name: string) => row[name] ?? known?.[name] ?? null;
    const reached = known ? { name: of('name'), email: of('email'), phone: of('phone') } : {};
    const written = note
      ? {
          reason: note.reason && words.people.reasons[note.reason],
          ...{ reason_text: note.reason_text, note: note.note },
        }
      : {};
    return { ...row, ...reached, ...written, who: of('name') || of('email') || row.customer || null };
  });

/**
 * The columns of such a list: who they are, then those that have a head and a value for somebody. The reason is second where it is
 * asked for; what was written, the key where it is not how they are called, and the ways to reach them stand last.
 */
export function columnsOf(
  columns: readonly Column[],
  rows: readonly Row[],
  heads: Record<string, string>,
  asksReason: boolean,
): Column[] {
  if (rows.length === 0) return [];
  const some = ({ name }: Column) => rows.some((row) => says(row, name));
  const own = columns.filter(
    (column) => column.name in heads && !PLACED.includes(column.name) && some(column),
  );
  const written = WRITTEN.filter(some);
  const isCalledByKey = rows.every(({ who, customer }) => who === customer || (customer ?? null) === null);
  const isCalledByMail = rows.every(({ who, email }) => who === email || (email ?? '') === '');
  const reached = REACHED.map(text).filter(
    (column) => some(column) && !(column.name === 'email' && isCalledByMail),
  );
  return [
    WHO,
    ...(asksReason ? [WRITTEN[0]!] : []),
    ...own,
    ...written.filter(({ name }) => !(asksReason && name === 'reason')),
    ...(isCalledByKey ? [] : [text('customer')]),
    ...reached,
  ];
}

/** The columns as they are saved: the key first, by which the list can be joined with the file, then as on screen. */
export const savedColumns = (columns: readonly Column[]): Column[] => [
  text('customer'),
  ...columns.filter(({ name }) => name !== 'who' && name !== 'customer'),
];

/** Columns that are never cut off. */
export const WHOLE: readonly string[] = [...REACHED, 'customer'];

/** People who match every typed word by any part of their name, e-mail, telephone number or key; all of them where nothing is typed. */
export function foundPeople(rows: readonly Row[], typed: string): readonly Row[] {
  const parts = folded(typed).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return rows;
  return rows.filter((row) => {
    const by = folded([row.who, ...PLACED.map((name) => row[name])].filter(Boolean).join(' '));
    const digits = String(row.phone ?? '').replaceAll(/\D/g, '');
    return parts.every((part) => by.includes(part) || (/^\d{3,}$/.test(part) && digits.includes(part)));
  });
}

/** "12 of 30 have a reason: Too expensive 5, Buys elsewhere 7." */
export function reasonsInWords(customers: readonly string[], notes: CustomerNotes): string {
  const { all, each } = countReasons(customers, notes);
  const said = words.people.counted(format.count(all), format.count(customers.length));
  const parts = each.map(([reason, count]) =>
    words.people.each(words.people.reasons[reason], format.count(count)),
  );
  return said + (parts.length > 0 ? words.people.most(parts.join(', ')) : '.');
}
