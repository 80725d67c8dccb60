import type { Fact } from '../../../src/domain/facts';
import { bindKnown } from '../sql/bind';
import type { Database } from '../host/database';

const texts = import.meta.glob<string>('../../../src/warehouse/findings/*.sql', {
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

function textOf(id: (typeof IDS)[number]): string {
  const found = Object.entries(texts).find(([path]) => path.endsWith(`/${id}.sql`));
  if (!found) throw new Error(`no text for the finding ${id}`);
  return found[1];
}

/** What fixed rules find in the tables: each row that a text of `src/warehouse/findings` gives is one thing to say. */
export async function findings(signal: AbortSignal, database: Database, today: string): Promise<Fact[]> {
  const found: Fact[] = [];
  for (const id of IDS) {
    const sql = bindKnown(textOf(id), { today });
    for (const values of await database.rows<Fact['values']>(signal, sql)) found.push({ id, values });
  }
  return found;
}
