import { Gunzip } from 'fflate';
import { fault } from '../../src/domain/said/problems';
import { BlobParts, refuseRatio, type Budget } from './budget';
import { ReadProblem, Refused } from './refused';
import { checksum } from './unpack';

/** Collects what comes out and counts it. */
class Out {
  readonly #parts = new BlobParts();
  bytes = 0;

  constructor(
    readonly budget: Budget,
    readonly packed: number,
  ) {}

  add(piece: Uint8Array): void {
    this.bytes += piece.length;
    this.budget.spend(piece.length);
    refuseRatio(null, this.bytes, this.packed);
    this.#parts.add(piece);
  }

  blob = (): Blob => this.#parts.blob();
}

async function each(stream: ReadableStream<Uint8Array>, take: (piece: Uint8Array) => void): Promise<void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      take(value);
    }
  } finally {
    // The stream may have failed, which was said already; it only has to be let go.
    await reader.cancel().catch(() => undefined);
  }
}

/** The packed bytes, a piece when the one before it has been taken. */
const PACKED_PIECE = 128 * 1024;
const streamOf = (file: Blob, out: Out): ReadableStream<Uint8Array> => {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(into) {
        if (at >= file.size) return into.close();
        const piece = new Uint8Array(await file.slice(at, at + PACKED_PIECE).arrayBuffer());
        at += piece.length;
        out.budget.take(piece.length);
        into.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
};

/** Packed bytes from which the size of the whole is told. */
const SAMPLE = 64 * 1024;

/**
 * Refuse a file that by its own last bytes cannot fit, where its beginning says the same: the last bytes of one that was
 * cut off claim anything.
 */
async function refuseTooLarge(file: Blob, budget: Budget): Promise<void> {
  const end = new DataView(await file.slice(-4).arrayBuffer());
  const claimed = end.byteLength === 4 ? end.getUint32(0, true) : 0;
  if (claimed <= budget.left) return;
  let out = 0;
  const sample = new Uint8Array(await file.slice(0, SAMPLE).arrayBuffer());
  try {
    new Gunzip((piece) => (out += piece.length)).push(sample);
  } catch {
    // Whoever reads the whole reports the damage.
    return;
  }
  if ((out / sample.length) * file.size > budget.left) budget.claim(claimed);
}

/** What a gzip file holds, all of its members. Throws `Refused` for a bomb and a `ReadProblem` `damaged-gzip`. */
export async function inflateGzip(file: Blob, name: string, budget: Budget): Promise<Blob> {
  await refuseTooLarge(file, budget);
  const out = new Out(budget, file.size);
  try {
    await each(streamOf(file, out).pipeThrough(new DecompressionStream('gzip') as never), (piece) =>
      out.add(piece),
    );
    return out.blob();
  } catch (error) {
    if (error instanceof Refused) throw error;
  }
  // The browser takes a second member for damage; so may the file be.
  budget.giveBack(out.bytes);
  try {
    return await inflateMembers(file, new Out(budget, file.size));
  } catch (error) {
    throw error instanceof Refused ? error : damaged(name);
  }
}

async function inflateMembers(file: Blob, out: Out): Promise<Blob> {
  const ends: { at: number; crc: number }[] = [];
  let state = 0xffffffff;
  const gunzip = new Gunzip((piece) => {
    state = checksum(state, piece);
    out.add(piece.slice());
  });
  gunzip.onmember = (at) => {
    ends.push({ at, crc: ~state >>> 0 });
    state = 0xffffffff;
  };
  await each(streamOf(file, out), (piece) => gunzip.push(piece));
  gunzip.push(new Uint8Array(0), true);
  ends.push({ at: file.size, crc: ~state >>> 0 });
  for (const { at, crc } of ends) {
    const trailer = new DataView(await file.slice(at - 8, at - 4).arrayBuffer());
    if (trailer.getUint32(0, true) !== crc) throw new Error('checksum');
  }
  return out.blob();
}

const damaged = (name: string) => new ReadProblem(fault('damaged-gzip', { name }, { file: name }));
