import type { RowsOf } from '../engine/contract';
import { encodeCsv } from '../outputs/csv';
import { saveFile } from '../outputs/save';
import { rowsBehind } from '../state/question.svelte';

const ALL = 10_000_000;

/**
 * Saves the rows behind a figure as a CSV file: all of them, but for customers who have not agreed to be written to. Gives the
 * file's name and how many were left out.
 */
export async function saveRows(what: RowsOf, name: string): Promise<{ file: string; leftOut: number }> {
  const { columns, rows } = await rowsBehind(what, ALL);
  const listed = rows.filter(({ has_consent }) => has_consent !== false);
  const file = saveFile(encodeCsv(columns, listed), name, 'csv', 'text/csv');
  return { file, leftOut: rows.length - listed.length };
}
