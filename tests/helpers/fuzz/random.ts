import { Chance } from '../thousand/chance';

/** Drawn from a seed: the same seed makes the same inputs. */
export class Random {
  #chance: Chance;
  constructor(seed: number) {
    this.#chance = new Chance(seed);
  }
  /** 0 … n - 1. */
  below(n: number): number {
    return n <= 0 ? 0 : this.#chance.whole(0, n - 1);
  }
  of<T>(list: readonly T[]): T {
    return this.#chance.of(list as T[]);
  }
  is(share: number): boolean {
    return this.#chance.is(share);
  }
  bytes(length: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}
