import type { Question } from '../../domain/evidence';

const number = (n: number) => n.toLocaleString('en-US');

/** So many texts are asked about at once; rows of the others count, and that is said. */
export const MOST_STATUSES_ASKED = 2;

/** Whether orders with a status that no rule knows happened. */
export const statusQuestion = (column: string, { text, rows }: { text: string; rows: number }): Question => ({
  id: 'status',
  column,
  about: text,
  question: `${rows === 1 ? '1 row has' : `${number(rows)} rows have`} "${text}" in "${column}". Did these orders happen?`,
  options: [
    { value: 'counts', label: 'Yes: count them' },
    { value: 'out', label: 'No: leave them out, like cancelled ones' },
  ],
  examples: [text],
});
