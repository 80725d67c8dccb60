import type { Fact } from '../../src/domain/facts';
import { bindKnown } from './bind';
import type { Database } from './database';

const texts = import.meta.glob<string>('../../src/warehouse/findings/*.sql', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** In the order in which they are said. */
const IDS = [
  'clock_behind',
  'stray_orders',
  'occasions',
  'silent_days',
  'old_file',
  'short_history',
  'large_customer',
  'small_cohorts',
] as const;

/** What fixed rules find in the tables: each row that a text of `src/warehouse/findings` gives is one thing to say. */
export async function findings(signal: AbortSignal, database: Database, today: string): Promise<Fact[]> {
  const found: Fact[] = [];
  for (const id of IDS) {
    const sql = bindKnown(texts[`../../src/warehouse/findings/${id}.sql`] ?? '', { today });
    for (const values of await database.rows<Fact['values']>(signal, sql)) found.push({ id, values });
  }
  return found;
}
