import { BlobParts, refuseRatio, type Budget } from './budget';
import { Refused, refused } from './refused';
import type { ZipEntry } from './zip-directory';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 continued over the next piece; start with 0xffffffff and invert the last result. */
export function checksum(state: number, piece: Uint8Array): number {
  for (let i = 0; i < piece.length; i++)
    state = (state >>> 8) ^ (CRC_TABLE[(state ^ (piece[i] as number)) & 0xff] as number);
  return state;
}

const LONGEST_MARK = 32;
const BANG = 0x21;

/** Finds `<!DOCTYPE` and `<!ENTITY` in bytes that arrive in pieces, in UTF-8 and in UTF-16. */
function documentTypeFinder(): (chunk: Uint8Array) => boolean {
  let tail = new Uint8Array(0);
  return (chunk) => {
    const bytes = new Uint8Array(tail.length + chunk.length);
    bytes.set(tail);
    bytes.set(chunk, tail.length);
    tail = bytes.slice(-LONGEST_MARK);
    for (let at = bytes.indexOf(BANG); at >= 0; at = bytes.indexOf(BANG, at + 1)) {
      const around = bytes.subarray(Math.max(0, at - 2), at + LONGEST_MARK).filter((byte) => byte !== 0);
      if (/<!(DOCTYPE|ENTITY)/i.test(String.fromCharCode(...around))) return true;
    }
    return false;
  };
}

async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // The stream may have failed, which was said already; it only has to be let go.
    await reader.cancel().catch(() => undefined);
  }
}

/** Bytes by which a part may be larger than its zip says: writers of zips are careless, a bomb is larger. */
const LARGEST_SLIP = 10 << 20;

/** Packed bytes that are handed on at once: what comes of them waits in memory until it is read. */
const PACKED_PIECE = 16 * 1024;

/** The packed bytes a piece at a time, each when the one before it has been taken. */
function packedPieces(packed: Uint8Array, onPacked: (bytes: number) => void): ReadableStream<BufferSource> {
  let at = 0;
  return new ReadableStream<BufferSource>(
    {
      pull(into) {
        if (at >= packed.length) return into.close();
        const piece = packed.slice(at, at + PACKED_PIECE);
        at += piece.length;
        onPacked(piece.length);
        into.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
}

const inflated = (packed: Uint8Array, onPacked: (bytes: number) => void): ReadableStream<Uint8Array> =>
  packedPieces(packed, onPacked).pipeThrough(
    new DecompressionStream('deflate-raw'),
  ) as ReadableStream<Uint8Array>;

/**
 * One part of a zip, piece by piece. Throws `Refused` when it is a bomb, is damaged, or is XML with a document
 * type, which is where entity bombs and external entities live.
 */
export async function* unpack(zip: Uint8Array, entry: ZipEntry, budget: Budget): AsyncGenerator<Uint8Array> {
  const packed = zip.subarray(entry.start, entry.end);
  const hasDocumentType = /\.(xml|rels|vml)$/i.test(entry.name) ? documentTypeFinder() : () => false;
  let out = 0;
  let state = 0xffffffff;
  const damaged = (by: 'packing' | 'checksum') => refused('part-damaged', { part: entry.name, by });
  try {
    for await (const piece of entry.method === 0
      ? [packed]
      : pieces(inflated(packed, (bytes) => budget.take(bytes)))) {
      out += piece.length;
      budget.spend(piece.length);
      state = checksum(state, piece);
      refuseRatio(entry.name, out, packed.length);
      if (out > entry.size + LARGEST_SLIP) throw refused('part-larger', { part: entry.name });
      if (hasDocumentType(piece)) throw refused('part-document-type', { part: entry.name });
      yield piece;
    }
  } catch (error) {
    throw error instanceof Refused || !(error instanceof TypeError) ? error : damaged('packing');
  }
  if (~state >>> 0 !== entry.checksum) throw damaged('checksum');
}

/** A whole part of a zip; an empty one where there is no entry. */
export async function unpackWhole(
  zip: Uint8Array,
  entry: ZipEntry | undefined,
  budget: Budget,
): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  if (entry) for await (const piece of unpack(zip, entry, budget)) all.push(piece);
  return new Uint8Array(await new Blob(all as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

/** A member of an archive, whose size it says before: never held twice. */
export async function unpackBlob(zip: Uint8Array, entry: ZipEntry, budget: Budget): Promise<Blob> {
  budget.claim(entry.size);
  refuseRatio(entry.name, entry.size, entry.end - entry.start);
  const parts = new BlobParts();
  for await (const piece of unpack(zip, entry, budget)) parts.add(piece);
  return parts.blob();
}

/** The text of a part of XML, which is UTF-8 unless its first bytes say UTF-16. */
export async function* unpackText(zip: Uint8Array, entry: ZipEntry, budget: Budget): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const piece of unpack(zip, entry, budget)) {
    decoder ??= new TextDecoder(
      piece[0] === 0xff && piece[1] === 0xfe
        ? 'utf-16le'
        : piece[0] === 0xfe && piece[1] === 0xff
          ? 'utf-16be'
          : 'utf-8',
    );
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder) yield decoder.decode();
}
