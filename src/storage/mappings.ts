import type { Database, KeptMapping } from './schema';
import { strictly } from './transaction';

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
