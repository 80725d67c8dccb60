import type { Choices } from '../../../src/domain/choices';
import type { OpenQuestion } from '../../../src/domain/said/questions';
import type { MappingProposal } from '../../../src/domain/mapping';
import { MOST_STATUSES_ASKED, statusQuestion } from '../../../src/ingest/rows/status-question';
import { isKnownStatus } from '../../../src/ingest/rows/status-words';
import { askedOnce } from '../evidence/asked-once';
import { dateExpression } from '../reading/date-expression';
import type { Database } from '../host/database';
import { isoSpan } from '../evidence/iso-span';
import { quoteText } from '../sql/quote';
import { rawColumn } from '../reading/reading';
import type { Shop } from '../shop';
import { todayAnywhere } from '../host/today';

/** A column of more different texts than a shop has states says something else. */
const MOST_STATES = 12;

/**
 * Asks what texts of a status mean that no rule knows, most rows first, where others of the column are known. A
 * known export has said it all; a column of unknown texts alone is no status that we read.
 */
export async function statusQuestionsOf(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  { profile, fields, layout, dates }: MappingProposal,
  choices: Choices,
): Promise<OpenQuestion[]> {
  const status = fields.find(({ field }) => field === 'status');
  if (!status || profile || layout.excluded.length > 0) return [];
  const column = rawColumn(status.position);
  const head = quoteText(status.column.trim());
  const day = fields.find(({ field }) => field === 'date')?.position;
  const today = todayAnywhere(Date.now());
  const zone = choices.zone ?? null;
  const span = day === undefined || zone !== null ? null : isoSpan(shop.counted, day, dates[day]);
  // What is still to come is set aside whatever its status says; mostly nothing is, and then no date has to be read.
  const isOver =
    day === undefined || (span !== null && span.to <= today)
      ? 'true'
      : `coalesce(${dateExpression(day, { dates, layout, zone })} < date '${today}' + 1, true)`;
  const found = await askedOnce<{ text: string; rows: number }>(
    signal,
    database,
    shop.counted,
    `with cells as (select ${column} as cell, ${isOver === 'true' ? 'count(*)' : 'count(*) filter (is_over)'} as rows
       from (select ${column}, ${isOver} as is_over from raw) group by ${column})
     select trim(cell) as text, sum(rows) as rows from cells
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
