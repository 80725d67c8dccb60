import type { Fact } from '../../../src/domain/facts';
import type { Database } from '../host/database';
import { quoteText } from '../sql/quote';

const texts = import.meta.glob<string>('../../../src/warehouse/checks/*.sql', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const counts = Object.entries(texts).map(([path, sql]) => {
  const name = path.replace(/^.*\/(.*)\.sql$/, '$1');
  return `select ${quoteText(name)} as name, count(*) as rows from (\n${sql.replace(/;\s*$/, '')}\n)`;
});

/** Every check whose query found an offending row, as a fact for the report: a wrong number never goes unseen. */
export async function runChecks(signal: AbortSignal, database: Database): Promise<Fact[]> {
  const found = await database.rows<{ name: string; rows: number }>(signal, counts.join('\nunion all\n'));
  return found
    .filter(({ rows }) => rows > 0)
    .map(({ name, rows }) => ({ id: 'check_failed', values: { check: name, rows } }));
}
