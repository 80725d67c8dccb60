import { tableFromIPC, tableToIPC } from 'apache-arrow';

/** As much of an answer as fits, and whether that is all of it. */
export interface Bounded {
  ipc: Uint8Array;
  isWhole: boolean;
}

/**
 * The parts of an Arrow stream, its schema first, as long as they are of at most so many bytes together; of a first part
 * with rows that is larger by itself, as many rows as fit, and one at least. What is left is never asked for.
 */
export async function bounded(parts: AsyncIterable<Uint8Array>, most: number): Promise<Bounded> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    if (size + part.length <= most) {
      kept.push(part);
      size += part.length;
      continue;
    }
    if (kept.length > 1) return { ipc: joined(kept), isWhole: false };
    const table = tableFromIPC([...kept, part]);
    const rows = Math.max(1, Math.floor((table.numRows * most) / (size + part.length)));
    return { ipc: tableToIPC(table.slice(0, rows), 'stream'), isWhole: rows >= table.numRows };
  }
  return { ipc: joined(kept), isWhole: true };
}

/** Parts as one. */
export function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
