import phoneBareSql from '../../../src/warehouse/identity/phone_bare.sql?raw';
import phonePrefixesSql from '../../../src/warehouse/identity/phone_prefixes.sql?raw';
import type { PrefixMet } from '../../../src/ingest/who/phone-prefix';
import type { Database } from '../host/database';
import type { CountedColumns } from '../evidence/evidence';
import { rawColumn } from '../reading/reading';

/** More rows than that are not all compared. */
const MANY = 50_000;

/** The prefixes that a column of phones shows by itself, the most frequent first; counted once. */
export async function countPrefixes(
  signal: AbortSignal,
  database: Database,
  { prefixes, rows }: CountedColumns,
  position: number,
): Promise<PrefixMet[]> {
  const known = prefixes.get(position);
  if (known) return known;
  const column = rawColumn(position);
  const [forms] = await database.rows<{ n: number }>(
    signal,
    `select count(distinct (regexp_matches(${column}, '^[^0-9]*([+]|00)'), length(${column}))) as n from sampled where ${column} is not null`,
  );
  // Both spellings of a number end alike: of a million, those that end in 7 or 77 show as much.
  const end = rows > 500_000 ? '77' : rows > MANY ? '7' : '';
  const some = end === '' ? '' : ` where suffix(${column}, '${end}')`;
  let found: PrefixMet[] = [];
  // Numbers that are all written alike need no comparing.
  if ((forms?.n ?? 0) > 1) {
    await database.run(signal, phoneBareSql);
    await database.run(
      signal,
      `create or replace view phones as select ${column} as written from raw${some}`,
    );
    found = await database.rows<PrefixMet>(signal, phonePrefixesSql);
    await database.run(signal, 'drop view phones');
  }
  prefixes.set(position, found);
  return found;
}
