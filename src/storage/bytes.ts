/** How the bytes of a file lie in the database: a Blob, or the bytes themselves where a browser keeps no Blob there. */
export type StoredBytes = Blob | ArrayBuffer;

export const fromStored = (stored: StoredBytes): Blob =>
  stored instanceof Blob ? stored : new Blob([stored]);

/** What WebKit says of any Blob in a private window. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'UnknownError' || error.name === 'DataCloneError');

/**
 * Write files as Blobs, which a browser need not hold in memory, and where it refuses them as their bytes. `write` is one
 * transaction, called a second time only after the first was rolled back. Rejects with the reason of the last one.
 */
export async function asStored<T>(
  blobs: readonly Blob[],
  write: (stored: readonly StoredBytes[]) => Promise<T>,
): Promise<T> {
  try {
    return await write(blobs);
  } catch (error) {
    if (!isRefusal(error) || blobs.length === 0) throw error;
    return write(await Promise.all(blobs.map((blob) => blob.arrayBuffer())));
  }
}

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
