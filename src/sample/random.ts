/**
 * A stream of random numbers that is the same on every machine: 32-bit integer operations only (sfc32 by Chris
 * Doty-Humphrey, PractRand). A stream is named by three integers, so that each order of each customer has its own
 * and a longer history never changes the shorter one.
 */
export class RandomStream {
  #a = 0;
  #b = 0;
  #c = 0;
  #count = 1;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed | 0;
  }

  /** Begin the stream named by these integers. */
  start(purpose: number, subject: number, occasion: number): this {
    this.#a = this.#seed ^ Math.imul(purpose, 0x9e3779b1);
    this.#b = subject | 0;
    this.#c = occasion | 0;
    this.#count = 1;
    for (let round = 0; round < 12; round++) this.integer();
    return this;
  }

  /** An integer, 0 … 2^32 − 1. */
  integer(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** An integer, 0 … limit − 1. The product stays under 2^53, so it is exact for limits up to 2^21. */
  below(limit: number): number {
    return Math.floor((this.integer() * limit) / 4294967296);
  }

  /** A number strictly between 0 and 1. */
  unit(): number {
    return (this.integer() + 0.5) / 4294967296;
  }
}
