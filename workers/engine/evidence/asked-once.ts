import type { Database } from '../host/database';
import type { CountedColumns } from './evidence';

/** The rows of a text over `raw`, which stands for as long as its columns are known: asked once, however often the page proposes. */
export async function askedOnce<T extends object>(
  signal: AbortSignal,
  database: Database,
  { answers }: CountedColumns,
  sql: string,
): Promise<T[]> {
  const known = answers.get(sql);
  if (known) return known as T[];
  const found = await database.rows<T>(signal, sql);
  answers.set(sql, found);
  return found;
}
