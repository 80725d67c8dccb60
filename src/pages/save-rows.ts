import type { RowsOf } from '../engine/contract';
import { encodeCsv } from '../outputs/csv';
import { saveFile } from '../outputs/save';
import { rowsBehind } from '../state/question.svelte';

const ALL = 10_000_000;

/** Saves all rows behind a figure as a CSV file; gives the file's name. */
export async function saveRows(what: RowsOf, name: string): Promise<string> {
  const { columns, rows } = await rowsBehind(what, ALL);
  return saveFile(encodeCsv(columns, rows), name, 'csv', 'text/csv');
}
