import type { CustomerNote, CustomerNotes } from '../domain/customer-notes';
import type { Database } from './schema';
import { strictly } from './transaction';

/** All that was written of the customers of one shop. A notebook is named by the columns that tell its customers. */
export async function notesOf(database: Database, notebook: string): Promise<CustomerNotes> {
  const transaction = database.transaction('notes');
  const range = IDBKeyRange.bound([notebook], [notebook, []]);
  const store = transaction.objectStore('notes');
  const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  await transaction.done;
  return new Map(keys.map(([, customer], at) => [customer, values[at]!]));
}

/** Keep what was written of a customer, or forget it. */
export const putNote = (
  database: Database,
  fence: number,
  [notebook, customer]: [string, string],
  note: CustomerNote | null,
): Promise<void> =>
  strictly(database, fence, async (transaction) => {
    const notes = transaction.objectStore('notes');
    if (note) await notes.put(note, [notebook, customer]);
    else await notes.delete([notebook, customer]);
  });
