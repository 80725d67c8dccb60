import { ZipRefused, type ZipEntry } from './zip-directory';

/** What may come out of a workbook, over all its parts. */
export interface Budget {
  totalBytes: number;
  /** Inflated to packed, for parts of more than `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
}

const MIB = 1024 * 1024;
export const WORKBOOK_BUDGET: Budget = { totalBytes: 512 * MIB, ratio: 200, ratioFrom: 10 * MIB };

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 continued over the next piece; start with 0xffffffff and invert the last result. */
function checksum(state: number, piece: Uint8Array): number {
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

async function* inflate(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = (stream as ReadableStream<Uint8Array>).getReader();
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

/**
 * Inflates every part once, piece by piece and without keeping it, and counts what really comes out: the sizes
 * that a zip declares are whatever its author wrote. Also refuses a document type in any part, which is where
 * entity bombs and external entities live. Throws `ZipRefused`; returns the inflated bytes.
 */
export async function spendBudget(
  bytes: Uint8Array,
  entries: ZipEntry[],
  budget = WORKBOOK_BUDGET,
): Promise<number> {
  let total = 0;
  for (const { name, method, checksum: expected, start, end } of entries) {
    const packed = bytes.subarray(start, end);
    const hasDocumentType = /\.(xml|rels|vml)$/i.test(name) ? documentTypeFinder() : () => false;
    let out = 0;
    let state = 0xffffffff;
    for await (const piece of method === 0 ? [packed] : inflate(packed)) {
      out += piece.length;
      total += piece.length;
      state = checksum(state, piece);
      if (total > budget.totalBytes)
        throw new ZipRefused(`it unpacks to more than ${Math.round(budget.totalBytes / MIB)} MiB`);
      if (out > budget.ratioFrom && out > budget.ratio * packed.length)
        throw new ZipRefused(`the part "${name}" unpacks to more than ${budget.ratio} times its size`);
      if (hasDocumentType(piece))
        throw new ZipRefused(`the part "${name}" declares a document type, which no workbook needs`);
    }
    if (~state >>> 0 !== expected)
      throw new ZipRefused(`the part "${name}" is damaged: its checksum is wrong`);
  }
  return total;
}
