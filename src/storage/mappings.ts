import type { Choices } from '../domain/choices';
import type { Database } from './database';
import { strictly } from './transaction';

/** A mapping that a person confirmed, and the names of products that they said count as another. */
export interface KeptMapping {
  /** As `ingest/saved-mapping.ts` writes it: names of columns and settings, no value of any row. */
  saved: string;
  /** Day on which it was confirmed, 'YYYY-MM-DD'. */
  chosen_on: string;
  product_names?: NonNullable<Choices['product_names']>;
}

/** The mapping last confirmed for files of these headers. */
export const mappingOf = (database: Database, fingerprint: string): Promise<KeptMapping | undefined> =>
  database.get('mappings', fingerprint);

/** Keep a mapping under the fingerprint of its headers, or forget it where there is none. */
export const putMapping = (
  database: Database,
  fence: number,
  fingerprint: string,
  mapping: KeptMapping | null,
): Promise<void> =>
  strictly(database, fence, async (transaction) => {
    const mappings = transaction.objectStore('mappings');
    if (mapping) await mappings.put(mapping, fingerprint);
    else await mappings.delete(fingerprint);
  });
