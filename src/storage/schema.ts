import type { DBSchema, IDBPDatabase } from 'idb';
import type { Choices } from '../domain/choices';
import type { CustomerNote } from '../domain/customer-notes';
import type { Forgotten } from '../domain/forgotten';
import type { StoredBytes } from './bytes';

/** Version of the shape of recipes; a recipe of a higher one is not read. */
export const RECIPE_SCHEMA = 1;

/** The recipe: everything but the bytes. `schema` is the version of this shape. */
export interface Recipe {
  schema: number;
  generation: number;
  /** Version of the app that wrote it. */
  app: string;
  name: string;
  files: { name: string; sha256: string; bytes: number }[];
  choices: Choices;
  settings: Settings;
  /** Version of the definitions; 0.1 wrote none. */
  definitions?: number;
  /** When it was kept, and when a copy of these files was last saved to disk: local time, 'YYYY-MM-DD HH:MM'. Only shown. */
  kept_at?: string;
  copied_at?: string;
}

/** What else a page wants to find again: plain JSON. */
export type Settings = Record<string, string | number | boolean | null>;

/**
 * `current`: the generation to open. `last`: the highest number given out when generations were deleted, so that none is used twice.
 * `fence`: counted up by each tab that becomes the writer. `emptied`: how often everything was deleted.
 */
export type Pointer = 'current' | 'last' | 'fence' | 'emptied';

/** A mapping that a person confirmed, and the names of products that they said count as another. */
export interface KeptMapping {
  /** As `ingest/saved-mapping.ts` writes it: names of columns and settings, no value of any row. */
  saved: string;
  /** Day on which it was confirmed, 'YYYY-MM-DD'. */
  chosen_on: string;
  product_names?: NonNullable<Choices['product_names']>;
}

export interface Tables extends DBSchema {
  /** The original bytes, under the SHA-256 of their content: never changed, only added and deleted. */
  blobs: { key: string; value: StoredBytes };
  recipes: { key: number; value: Recipe };
  pointers: { key: Pointer; value: number };
  /** Confirmed mappings under the fingerprint of their headers. */
  mappings: { key: string; value: KeptMapping };
  /** What was written of customers, under the notebook and the customer's key. */
  notes: { key: [string, string]; value: CustomerNote };
  /** Hashes of customers who were forgotten. */
  forgotten: { key: 'list'; value: Forgotten };
}

export type Database = IDBPDatabase<Tables>;
