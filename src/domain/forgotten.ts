import type { FileChoice } from './choices';

/**
 * Customers who were forgotten, as one-way hashes: SHA-256 in hex of the salt, of what names the shop (not for an e-mail, which is the
 * same person in every shop) and of the id, e-mail or phone. Whoever has the salt can try keys one by one, so it never leaves the browser.
 */
export interface Forgotten {
  salt: string;
  hashes: readonly string[];
}

/** A table of a file written anew without the rows of some customers; `choice` says how it is read. */
export interface SiftedTable {
  /** The file that it came from. */
  of: string;
  bytes: Blob;
  choice: FileChoice;
}

/** What comes of taking customers out of files. Files that are named nowhere in it held nothing of them, and stay as they are. */
export interface Sifted {
  /** Files of which nothing is read: what stands in them is not known, so they are kept no longer. */
  unread: string[];
  hashes: string[];
  tables: SiftedTable[];
  /** Ids, e-mails and phones of these customers. */
  keys: string[];
}
