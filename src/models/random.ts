/** Random numbers that are the same for a seed on every machine (sfc32), and what is drawn from them. */
export class Random {
  #a: number;
  #b = 0x9e3779b9 | 0;
  #c = 0x243f6a88 | 0;
  #count = 1;

  constructor(seed: number) {
    this.#a = seed | 0;
    for (let round = 0; round < 15; round++) this.unit();
  }

  /** Strictly between 0 and 1. */
  unit(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 4294967296;
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  exponential(rate: number): number {
    return -Math.log(this.unit()) / rate;
  }

  /** Gamma with scale 1 (Marsaglia and Tsang 2000). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.unit() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const z = this.normal();
      const cube = (1 + c * z) ** 3;
      if (cube > 0 && Math.log(this.unit()) < 0.5 * z * z + d * (1 - cube + Math.log(cube))) return d * cube;
    }
  }

  beta(a: number, b: number): number {
    const first = this.gamma(a);
    return first / (first + this.gamma(b));
  }

  /** Poisson: by products below 30, else by halves, which add up. */
  poisson(mean: number): number {
    if (mean > 30) return this.poisson(mean / 2) + this.poisson(mean - mean / 2);
    const end = Math.exp(-mean);
    let count = 0;
    for (let product = this.unit(); product > end; product *= this.unit()) count++;
    return count;
  }
}
