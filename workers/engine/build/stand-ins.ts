import type { Field } from '../../../src/domain/choices';
import { isNobodysName, isTillName, NOBODYS_BEGINNINGS, STAND_INS } from '../../../src/ingest/who/stand-ins';
import { NOBODY } from '../../../src/ingest/rows/row-texts';
import type { Database } from '../host/database';
import { quoteText } from '../sql/quote';
import { isOneOf, rawColumn, type Reading } from '../reading/reading';

/** Texts that were typed where nobody was known, by position, and on how many rows they stand. */
export interface StandIns {
  texts: Record<number, string[]>;
  rows: number;
  /** The most frequent one. */
  most: string;
}

interface Found {
  value: string;
  rows: number;
}

/** More ids than that under a till's name are people whose names were not asked for. */
const MOST_IDS_OF_A_TILL = 5;

const JOINABLE: readonly Extract<Field, 'customer' | 'email' | 'phone'>[] = ['customer', 'email', 'phone'];

/**
 * What stands for nobody in the columns that tell who bought, at any size: numbers and addresses by their form, words by a list, and the
 * ids that only ever stand beside a till's name for everybody. Names in the place of an id are left to `customer_keys`.
 */
export async function findStandIns(
  signal: AbortSignal,
  database: Database,
  { positions, layout }: Reading,
): Promise<StandIns> {
  const counts = new Map<string, number>();
  const texts: StandIns['texts'] = {};
  const take = (position: number, all: readonly Found[]) => {
    // What is a blank in every file is not worth saying.
    const found = all.filter(({ value }) => !NOBODY.includes(value.trim()));
    if (found.length === 0) return;
    texts[position] = [...(texts[position] ?? []), ...found.map(({ value }) => value.trim())];
    for (const { value, rows } of found)
      counts.set(value.trim(), Math.max(rows, counts.get(value.trim()) ?? 0));
  };
  for (const field of JOINABLE) {
    const position = positions[field];
    if (position === undefined || position === layout.rows.heading) continue;
    take(position, await database.rows<Found>(signal, matching(position, STAND_INS[field])));
    if (field === 'customer') continue;
    const words = await database.rows<Found>(signal, matching(position, NOBODYS_BEGINNINGS, IS_WORDS[field]));
    take(
      position,
      words.filter(({ value }) => isNobodysName(value)),
    );
  }
  const { customer, customer_name: name } = positions;
  if (customer !== undefined && name !== undefined && customer !== layout.rows.heading)
    take(customer, await idsOfTheTill(signal, database, customer, name));
  const places = Object.entries(texts).map(([position, values]) =>
    isOneOf(`trim(${rawColumn(Number(position))})`, values),
  );
  if (places.length === 0) return { texts, rows: 0, most: '' };
  const [row] = await database.rows<{ rows: number }>(
    signal,
    `select count(*) as rows from raw where ${places.join(' or ')}`,
  );
  const most = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [
    string,
    number,
  ]);
  return { texts, rows: row?.rows ?? 0, most: most[0] };
}

/** What no address and no number is, and a text is: a look that is cheaper than a pattern. */
const IS_WORDS = {
  email: (text: string) => `not contains(${text}, '@')`,
  phone: (text: string) => `${text} >= 'A'`,
};

const matching = (
  position: number,
  pattern: string,
  may: (text: string) => string = () => 'true',
): string => {
  const column = rawColumn(position);
  return `select ${column} as value, count(*) as rows from raw
    where ${may(column)} and regexp_matches(${column}, ${quoteText(pattern)}, 'i') group by ${column}`;
};

/** Ids beside which nothing but a till's name for everybody stands. */
async function idsOfTheTill(
  signal: AbortSignal,
  database: Database,
  customer: number,
  name: number,
): Promise<Found[]> {
  const named = await database.rows<Found>(signal, matching(name, NOBODYS_BEGINNINGS));
  const names = named.map(({ value }) => value).filter(isTillName);
  if (names.length === 0) return [];
  const [id, called] = [rawColumn(customer), rawColumn(name)];
  const isTill = isOneOf(called, names);
  const ids = await database.rows<Found>(
    signal,
    `select ${id} as value, count(*) as rows from raw
     where ${id} in (select ${id} from raw where ${isTill})
     group by ${id} having bool_and(${isTill} or ${called} is null)`,
  );
  return ids.length > MOST_IDS_OF_A_TILL ? [] : ids;
}
