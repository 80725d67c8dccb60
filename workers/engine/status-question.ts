import type { Choices } from '../../src/domain/choices';
import type { Question } from '../../src/domain/evidence';
import type { MappingProposal } from '../../src/domain/mapping';
import { MOST_STATUSES_ASKED, statusQuestion } from '../../src/ingest/status-question';
import { isKnownStatus } from '../../src/ingest/status-words';
import { dateExpression } from './date-expression';
import type { Database } from './database';
import { quoteText } from './quote';
import { rawColumn } from './reading';
import type { Shop } from './shop';
import { todayAnywhere } from './today';

/** A column of more different texts than a shop has states says something else. */
const MOST_STATES = 12;

/**
 * Asks what texts of a status mean that no rule knows, most rows first, where others of the column are known (counting.md, Valid order). A
 * known export has said it all; a column of unknown texts alone is no status that we read.
 */
export async function statusQuestionsOf(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  { profile, fields, layout, dates }: MappingProposal,
  choices: Choices,
): Promise<Question[]> {
  const status = fields.find(({ field }) => field === 'status');
  if (!status || profile || layout.excluded.length > 0) return [];
  const column = rawColumn(status.position);
  const head = quoteText(status.column.trim());
  const day = fields.find(({ field }) => field === 'date')?.position;
  // What is still to come is set aside whatever its status says.
  const moment =
    day === undefined ? 'null' : dateExpression(day, { dates, layout, zone: choices.zone ?? null });
  const isOver = `coalesce(moment < date '${todayAnywhere(Date.now())}' + 1, true)`;
  const found = await database.rows<{ text: string; rows: number }>(
    signal,
    `select text, count(*) filter (${isOver}) as rows from (select trim(${column}) as text, ${moment} as moment from raw)
     where text not in ('', ${head}) group by text order by rows desc, text limit ${MOST_STATES + 1}`,
  );
  if (found.length > MOST_STATES) return [];
  const unknown = found.filter(
    ({ text, rows }) => rows > 0 && !isKnownStatus(text) && !/^[-\d.,/ ]*$/.test(text),
  );
  if (!found.some(({ text }) => isKnownStatus(text))) return [];
  return unknown
    .filter(({ text }) => choices.statuses?.[text] === undefined)
    .slice(0, MOST_STATUSES_ASKED)
    .map((one) => statusQuestion(status.column, one));
}
