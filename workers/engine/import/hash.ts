/** Files up to this size are hashed by the browser in one piece. */
const ONE_PIECE = 300 << 20;

/**
 * SHA-256 of a file's bytes, in hex: what names the file in the provenance, and what `sha256sum` prints.
 * Empty where the browser has no digest (a page that is neither on localhost nor https), or where the file is too
 * large to be held beside the tables.
 */
async function sha256(file: Blob): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (!subtle || file.size > ONE_PIECE) return '';
  const digest = await subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same, begun by the first who asks and done once. */
export function hashOf(file: Blob): () => Promise<string> {
  let begun: Promise<string> | null = null;
  return () => (begun ??= sha256(file));
}
