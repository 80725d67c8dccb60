/** The bytes of a file as IndexedDB holds them: a Blob, or the bytes themselves where a browser keeps no Blob there. */
export type StoredBytes = Blob | ArrayBuffer;

export const asBlob = (stored: StoredBytes): Blob => (stored instanceof Blob ? stored : new Blob([stored]));

export const bytesIn = (stored: StoredBytes | undefined): number | undefined =>
  stored instanceof Blob ? stored.size : stored?.byteLength;

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
