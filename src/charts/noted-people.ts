import { countReasons, type CustomerNotes } from '../domain/customer-notes';
import type { Column, Row } from '../domain/table';
import { format } from '../i18n/format';
import { words } from '../i18n/words';

const WRITTEN: Column[] = (['reason', 'reason_text', 'note'] as const).map((name) => ({
  ...{ name, type: 'text', unit: 'text' },
}));

const says = (row: Row, name: string) => (row[name] ?? '') !== '';

/** A list of people with what the owner has written of them beside what the file says. */
export const withNotes = (rows: readonly Row[], notes: CustomerNotes): Row[] =>
  rows.map((row) => {
    const note = notes.get(String(row.customer));
    if (!note) return row;
    const reason = note.reason && words.people.reasons[note.reason];
    return { ...row, reason, reason_text: note.reason_text, note: note.note };
  });

/**
 * The columns of such a list: those with a head of which somebody has a value. The reason stands second where it is asked for;
 * what was written stands last.
 */
export function columnsOf(
  columns: readonly Column[],
  rows: readonly Row[],
  heads: Record<string, string>,
  asksReason: boolean,
): Column[] {
  const [first, ...rest] = columns.filter(({ name }) => name in heads && rows.some((row) => says(row, name)));
  const written = WRITTEN.filter(({ name }) => rows.some((row) => says(row, name)));
  if (!first) return [];
  if (!asksReason) return [first, ...rest, ...written];
  return [first, WRITTEN[0]!, ...rest, ...written.filter(({ name }) => name !== 'reason')];
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
