import type { Choices, CustomerType, CustomerTypeChoices } from '../../../src/domain/choices';
import { customerTypeOf } from '../../../src/ingest/who/customer-types';
import { givesConsent } from '../../../src/ingest/who/consent';
import type { RowKind } from '../../../src/domain/mapping';
import {
  GIFTS,
  isGiftCard,
  isNamed,
  kindOf,
  NOBODY,
  saysCancelled,
} from '../../../src/ingest/rows/row-texts';
import type { Database } from '../host/database';
import type { Reading, TextMeanings } from '../reading/reading';
import { articlesLike, differentTexts } from '../evidence/evidence-texts';
import { textsPresent } from '../reading/source-view';

const MOST_TEXTS = 1000;
/** Tags stand in any combination. */
const MOST_TYPES = 20_000;

/** The file's own texts of statuses, types, flags and of nobody, each different one judged once. */
export async function textMeanings(
  signal: AbortSignal,
  database: Database,
  { positions, layout }: Reading,
  said: CustomerTypeChoices['values'] = {},
  saidStatuses: NonNullable<Choices['statuses']> = {},
): Promise<TextMeanings> {
  const read = async (sql: string) =>
    (await database.rows<{ value: string }>(signal, sql)).map(({ value }) => value);
  const texts = async (position: number | undefined) =>
    position === undefined ? [] : read(differentTexts(position, MOST_TEXTS));

  const statuses = await texts(positions.status);
  const flags: TextMeanings['flags'] = [];
  for (const { position, values } of layout.refunds.flags) {
    const found = await texts(position);
    flags.push({ position, texts: found.filter((text) => isNamed(values, text)) });
  }
  const { type } = layout.rows;
  const kinds: TextMeanings['kinds'] = { sale: [], refund: [], other: [] };
  if (type)
    for (const text of await texts(type.position)) {
      const kind: RowKind = isNamed(type.refund, text)
        ? 'refund'
        : isNamed(type.sale, text)
          ? 'sale'
          : type.refund.length === 0 && kindOf(text) === 'refund'
            ? 'refund'
            : type.other;
      kinds[kind].push(text.trim());
    }
  const nobody: TextMeanings['nobody'] = {};
  for (const field of ['customer', 'email', 'phone'] as const) {
    const position = positions[field];
    if (position !== undefined && position !== layout.rows.heading)
      nobody[position] = (await read(textsPresent(position, NOBODY))).map((text) => text.trim());
  }
  const column = positions.customer_type;
  const types = column === undefined ? [] : await read(differentTexts(column, MOST_TYPES));
  const ofType = (type: CustomerType) =>
    types.filter((text) => (said[text] ?? said[text.trim()] ?? customerTypeOf(text)) === type);
  const customers = { dealer: ofType('dealer'), staff: ofType('staff') };
  return {
    cancelled: statuses.filter((text) =>
      saidStatuses[text.trim()] === undefined
        ? saysCancelled(text, layout.excluded) && !isNamed(layout.stands ?? [], text)
        : saidStatuses[text.trim()] === 'out',
    ),
    customers,
    consenting: (await texts(positions.consent)).filter(givesConsent),
    kinds,
    gifts:
      positions.product === undefined
        ? []
        : (await read(articlesLike(positions.product, GIFTS))).filter(isGiftCard),
    flags,
    nobody,
  };
}
