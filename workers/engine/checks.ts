import type { Fact } from '../../src/domain/facts';
import type { Database } from './database';

const texts = import.meta.glob<string>('../../src/warehouse/checks/*.sql', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Every check whose query found an offending row, as a fact for the report: a wrong number never goes unseen. */
export async function runChecks(signal: AbortSignal, database: Database): Promise<Fact[]> {
  const failed: Fact[] = [];
  for (const [path, sql] of Object.entries(texts)) {
    const name = path.replace(/^.*\/(.*)\.sql$/, '$1');
    const bare = sql.replace(/;\s*$/, '');
    const [found] = await database.rows<{ rows: number }>(
      signal,
      `select count(*) as rows from (\n${bare}\n)`,
    );
    if (found && found.rows > 0)
      failed.push({ id: 'check_failed', values: { check: name, rows: found.rows } });
  }
  return failed;
}
