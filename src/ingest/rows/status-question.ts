import type { OpenQuestion } from '../../domain/said/questions';

/** So many texts are asked about at once; rows of the others count, and that is said. */
export const MOST_STATUSES_ASKED = 2;

/** Whether orders with a status that no rule knows happened. */
export const statusQuestion = (
  column: string,
  { text, rows }: { text: string; rows: number },
): OpenQuestion => ({
  id: 'status',
  column,
  about: text,
  values: { column, text, rows },
  options: [
    { value: 'counts', label: { id: 'status-counts', values: {} } },
    { value: 'out', label: { id: 'status-out', values: {} } },
  ],
  examples: [text],
});
