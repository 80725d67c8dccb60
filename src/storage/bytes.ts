/** How the bytes of a file lie in the database: the one place that says so. */
export type StoredBytes = Blob;

/** Called before a transaction begins: nothing may be awaited in one but the database. */
export const toStored = (bytes: Blob): Promise<StoredBytes> => Promise.resolve(bytes);

export const fromStored = (stored: StoredBytes): Blob => stored;

const WINDOW = 65_536;
/** Bytes up to this size are compared whole; of larger ones, as many windows, first and last among them. */
const WINDOWS = 256;

async function part(blob: Blob, from: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(from, from + WINDOW).arrayBuffer());
}

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Whether what was written is what was meant. Rejects where either cannot be read. */
export async function sameBytes(written: Blob, meant: Blob): Promise<boolean> {
  if (written.size !== meant.size) return false;
  const windows = Math.min(WINDOWS, Math.ceil(meant.size / WINDOW));
  const last = Math.max(0, meant.size - WINDOW);
  for (let i = 0; i < windows; i++) {
    const from = windows === 1 ? 0 : Math.round((last * i) / (windows - 1));
    if (!same(await part(written, from), await part(meant, from))) return false;
  }
  return true;
}

/** Whether the bytes can be read at all: their first and their last. */
export async function canBeRead(blob: Blob): Promise<boolean> {
  try {
    await part(blob, 0);
    await part(blob, Math.max(0, blob.size - WINDOW));
    return true;
  } catch {
    return false;
  }
}
