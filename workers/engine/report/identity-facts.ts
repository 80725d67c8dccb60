import type { Fact } from '../../../src/domain/facts';
import type { Database } from '../host/database';
import type { StandIns } from '../build/stand-ins';

/** Who was joined and what joins nobody, for the report. */
export async function identityFacts(signal: AbortSignal, database: Database): Promise<Fact[]> {
  const [row] = await database.rows<{ keys: number; customers: number; shared: number; most: string | null }>(
    signal,
    `select (select count(*) from customer_merges) as keys,
       (select count(distinct customer_id) from customer_merges) as customers,
       (select count(*) from shared_identifiers where reason = 'shared') as shared,
       (select arg_max(identifier, users) from shared_identifiers where reason = 'shared') as most`,
  );
  const { keys, customers, shared, most } = row ?? { keys: 0, customers: 0, shared: 0, most: null };
  return [
    ...(keys > 0 ? [{ id: 'merged' as const, values: { keys, customers } }] : []),
    ...(shared > 0 ? [{ id: 'shared_identifiers' as const, values: { shared, most: most ?? '' } }] : []),
  ];
}

/** What was typed where nobody was known. */
export function standInFacts({ texts, rows, most }: StandIns): Fact[] {
  const others = Object.values(texts).reduce((sum, { length }) => sum + length, -1);
  return rows === 0 ? [] : [{ id: 'stand_ins', values: { most, others, rows } }];
}
