import { Gunzip } from 'fflate';
import { ReadProblem, Refused } from './refused';
import { Budget, checksum } from './unpack';

const GIB = 1024 * 1024 * 1024;
const RATIO = 1000;
const RATIO_FROM = 64 << 20;
const WAITING = 16 << 20;

/** Collects what comes out, in Blobs so that memory is given back, and stops a bomb. */
class Out {
  readonly #budget = new Budget(2 * GIB);
  readonly #packed: number;
  #parts: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;
  #bytes = 0;

  constructor(packed: number) {
    this.#packed = packed;
  }

  add(piece: Uint8Array): void {
    this.#budget.spend(piece.length);
    this.#bytes += piece.length;
    if (this.#bytes > RATIO_FROM && this.#bytes > RATIO * this.#packed)
      throw new Refused(`it unpacks to more than ${RATIO} times its size`);
    this.#pieces.push(piece as Uint8Array<ArrayBuffer>);
    this.#waiting += piece.length;
    if (this.#waiting > WAITING) {
      this.#parts.push(new Blob(this.#pieces));
      this.#pieces = [];
      this.#waiting = 0;
    }
  }

  blob = (): Blob => new Blob([...this.#parts, ...this.#pieces]);
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

const streamOf = (file: Blob) => file.stream() as ReadableStream<Uint8Array>;

/** What a gzip file holds, all of its members. Throws `Refused` for a bomb and a `ReadProblem` `damaged-gzip`. */
export async function inflateGzip(file: Blob, name: string): Promise<Blob> {
  const out = new Out(file.size);
  try {
    await each(streamOf(file).pipeThrough(new DecompressionStream('gzip') as never), (piece) =>
      out.add(piece),
    );
    return out.blob();
  } catch (error) {
    if (error instanceof Refused) throw error;
  }
  // The browser takes a second member for damage; so may the file be.
  try {
    return await inflateMembers(file);
  } catch (error) {
    throw error instanceof Refused ? error : damaged(name);
  }
}

async function inflateMembers(file: Blob): Promise<Blob> {
  const out = new Out(file.size);
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
  await each(streamOf(file), (piece) => gunzip.push(piece));
  gunzip.push(new Uint8Array(0), true);
  ends.push({ at: file.size, crc: ~state >>> 0 });
  for (const { at, crc } of ends) {
    const trailer = new DataView(await file.slice(at - 8, at - 4).arrayBuffer());
    if (trailer.getUint32(0, true) !== crc) throw new Error('checksum');
  }
  return out.blob();
}

const damaged = (name: string) =>
  new ReadProblem({
    code: 'damaged-gzip',
    file: name,
    message: `${name} cannot be unpacked: it is damaged or was not downloaded completely.`,
    next: 'Download or export it again and drop the new file.',
  });
