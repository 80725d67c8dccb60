import type { Forgotten } from '../domain/forgotten';
import type { Database } from './database';
import { strictly } from './generations';

const LIST = 'list';

/** The customers who were forgotten, as hashes; undefined where nobody was. */
export const forgottenOf = (database: Database): Promise<Forgotten | undefined> =>
  database.get('forgotten', LIST);

/** Keep the list, and take what was written of a customer out of the notebook, in one step. */
export const putForgotten = (
  database: Database,
  fence: number,
  list: Forgotten,
  notes: readonly [string, string][],
): Promise<void> =>
  strictly(database, fence, async (transaction) => {
    await transaction.objectStore('forgotten').put(list, LIST);
    for (const note of notes) await transaction.objectStore('notes').delete(note);
  });
