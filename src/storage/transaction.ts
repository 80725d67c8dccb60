import type { IDBPTransaction } from 'idb';
import type { Database, Tables } from './schema';
import { Overtaken, Refused } from './problems';

type Stores = ('blobs' | 'recipes' | 'pointers' | 'mappings' | 'notes' | 'forgotten')[];
export type Transaction = IDBPTransaction<Tables, Stores, 'readwrite'>;

const STORES: Stores = ['blobs', 'recipes', 'pointers', 'mappings', 'notes', 'forgotten'];

/**
 * One transaction over everything: all of `work` or nothing of it, on disk before it resolves. Refused where
 * another tab has raised the fence since. Rejects with the reason of the roll-back (such as a full disk).
 */
export async function strictly<T>(
  database: Database,
  fence: number | null,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  // A database of an earlier version, as the tests of upgrades open it, lacks the later ones.
  const stores = STORES.filter((name) => database.objectStoreNames.contains(name));
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const done = transaction.done.then(
    () => null,
    (error: unknown) => error,
  );
  try {
    const standing = (await transaction.objectStore('pointers').get('fence')) ?? 0;
    if (fence !== null && standing !== fence) throw new Overtaken();
    const value = await work(transaction);
    const failed = await done;
    if (failed) throw failed;
    return value;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    const reason = await done;
    const told = reason instanceof DOMException && reason.name !== 'AbortError';
    throw told && !(error instanceof Refused) ? reason : error;
  }
}

/** Become the writer: every transaction of an earlier writer is refused from now on. */
export function raiseFence(database: Database): Promise<number> {
  return strictly(database, null, async (transaction) => {
    const pointers = transaction.objectStore('pointers');
    const fence = ((await pointers.get('fence')) ?? 0) + 1;
    await pointers.put(fence, 'fence');
    return fence;
  });
}
