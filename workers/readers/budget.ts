import { refused, TooLarge } from './refused';

const MIB = 1024 * 1024;
/** Unpacked to packed, from so many bytes on. Sales exports pack to a fifth or a twentieth. */
const RATIO = 200;
const RATIO_FROM = 10 * MIB;
/**
 * What may come out of one archive. It lies in the browser's memory until the engine has read it: as much as the largest
 * plain file that docs/benchmark.md measures.
 */
export const MOST_UNPACKED = 600 * MIB;

/** What may come out of one dropped file, over all its parts, counted as it comes. */
export class Budget {
  readonly #total: number;
  #spent = 0;
  #packed = 0;

  /** `onBytes` is told how many packed bytes have been taken and how many have come out. */
  constructor(
    total = MOST_UNPACKED,
    readonly onBytes: (packed: number, unpacked: number) => void = () => undefined,
  ) {
    this.#total = total;
  }

  get spent(): number {
    return this.#spent;
  }

  get left(): number {
    return this.#total - this.#spent;
  }

  /** Packed bytes that are on their way out. */
  take(packed: number): void {
    this.#packed += packed;
    this.onBytes(this.#packed, this.#spent);
  }

  spend(bytes: number): void {
    this.#spent += bytes;
    this.onBytes(this.#packed, this.#spent);
    if (this.#spent > this.#total) throw this.#tooLarge(null);
  }

  /** What was spent on an attempt that is made again in another way. */
  giveBack(bytes: number): void {
    this.#spent -= bytes;
  }

  /** Refuse what by its own words cannot fit. A claim of less is never believed. */
  claim(bytes: number): void {
    if (bytes > this.left) throw this.#tooLarge(this.#spent + bytes);
  }

  #tooLarge = (bytes: number | null): TooLarge =>
    new TooLarge({
      id: 'unpacked-too-large',
      values: { bytes, most: this.#total, is_page_limit: this.#total === MOST_UNPACKED },
    });
}

/** Refuse bytes that come out of so few that no table is packed like that; `part` is null for the whole file. */
export function refuseRatio(part: string | null, out: number, packed: number): void {
  if (out > RATIO_FROM && out > RATIO * packed) throw refused('packed-too-tightly', { part, times: RATIO });
}

/** Pieces as one Blob, made a part at a time so that their memory is given back. */
export class BlobParts {
  #parts: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;

  add(piece: Uint8Array): void {
    this.#pieces.push(piece as Uint8Array<ArrayBuffer>);
    this.#waiting += piece.length;
    if (this.#waiting < 16 * MIB) return;
    this.#parts.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#waiting = 0;
  }

  blob = (): Blob => new Blob([...this.#parts, ...this.#pieces]);
}
