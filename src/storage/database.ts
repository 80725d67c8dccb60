import { openDB, type IDBPTransaction, type StoreNames } from 'idb';
import type { Database, Tables } from './schema';

export const DATABASE = 'regulars';

export type Upgrade = (
  database: Database,
  transaction: IDBPTransaction<Tables, StoreNames<Tables>[], 'versionchange'>,
) => void;

/** Step i takes a database of version i to version i + 1. A step that was released is never changed. */
export const upgrades: Upgrade[] = [
  (database) => {
    database.createObjectStore('blobs');
    database.createObjectStore('recipes');
    database.createObjectStore('pointers');
  },
  (database) => void database.createObjectStore('mappings'),
  (database) => void database.createObjectStore('notes'),
  (database) => void database.createObjectStore('forgotten'),
];

/**
 * Open the database and bring it to the newest version. Rejects with a VersionError, and has written nothing, where
 * a newer app has been here. Lets go of the database when another tab wants to upgrade or delete it; `onClosed` is
 * called then, and when the browser clears it.
 */
export async function openDatabase(
  name = DATABASE,
  steps = upgrades,
  onClosed = () => {},
): Promise<Database> {
  const database = await openDB<Tables>(name, steps.length, {
    upgrade: (opened, from, _to, transaction) => {
      for (const step of steps.slice(from)) step(opened, transaction);
    },
    blocking: () => {
      database.close();
      onClosed();
    },
    terminated: onClosed,
  });
  return database;
}
