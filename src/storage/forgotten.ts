import type { Forgotten } from '../domain/forgotten';
import type { Database } from './schema';

/** The customers who were forgotten, as hashes; undefined where nobody was. They are written with the project (`commit`). */
export const forgottenOf = (database: Database): Promise<Forgotten | undefined> =>
  database.get('forgotten', 'list');
