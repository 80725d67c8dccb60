import type { Choices } from '../../../src/domain/choices';
import type { OpenQuestion } from '../../../src/domain/said/questions';
import type { MappingProposal } from '../../../src/domain/mapping';
import { zoneQuestion } from '../../../src/ingest/dates/guess-zone';
import { prefixQuestion } from '../../../src/ingest/who/phone-prefix';
import { countOffsets } from '../evidence/exact-counts';
import { currencyQuestionOf } from './currency-question';
import type { Database } from '../host/database';
import { openDates } from './open-dates';
import { countPrefixes } from './phone-prefix';
import { sentinelQuestionOf } from './sentinel-dates';
import type { Shop } from '../shop';
import { statusQuestionsOf } from './status-question';

/** What only a look at all values of a column can ask, and how its dates are read in the light of the answers. */
export async function askedOfValues(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  proposal: MappingProposal,
  choices: Choices,
): Promise<{ dates: MappingProposal['dates']; asked: OpenQuestion[] }> {
  const { counted } = shop;
  const columnOf = (wanted: 'date' | 'phone') =>
    counted.columns[proposal.fields.find(({ field }) => field === wanted)?.position ?? -1];
  const asked: (OpenQuestion | null)[] = [];
  const [date, phone] = [columnOf('date'), columnOf('phone')];
  const zone = await countOffsets(signal, database, counted, proposal);
  if (zone?.kind === 'none' && choices.zone === undefined && date)
    asked.push(zoneQuestion(zone, date.column, date.examples));
  if (choices.rules?.sentinel_date === undefined)
    asked.push(await sentinelQuestionOf(signal, database, counted, proposal));
  asked.push(...(await statusQuestionsOf(signal, database, shop, proposal, choices)));
  asked.push(await currencyQuestionOf(signal, database, counted, proposal, choices));
  const open = await openDates(signal, database, shop, proposal, choices);
  asked.push(...open.asked);
  if (phone && choices.identity?.phone_prefix === undefined)
    asked.push(prefixQuestion(phone.column, await countPrefixes(signal, database, counted, phone.position)));
  return { dates: open.dates, asked: asked.filter((one) => one !== null) };
}
