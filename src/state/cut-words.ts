import type { ResultTable } from '../domain/table';
import { format } from '../i18n/format';
import { words } from '../i18n/words';

/** What of an answer is not shown, one sentence each. */
export function cutWords({ columns, rows, provenance: { truncated, cut } }: ResultTable): string[] {
  const said = words.pages.sql;
  const number = format.count;
  const sentences: string[] = [];
  if (cut?.rows !== undefined) sentences.push(said.cutRows(number(cut.rows)));
  else if (truncated) sentences.push(said.truncated(number(rows.length)));
  if (cut?.columns !== undefined)
    sentences.push(said.cutColumns(number(columns.length), number(cut.columns)));
  if (cut?.characters !== undefined) sentences.push(said.cutTexts(number(cut.characters)));
  return sentences;
}
