import { SvelteMap } from 'svelte/reactivity';
import type { ColumnProfile } from '../domain/column-profile';
import type { Problem } from '../domain/outcome';
import { asProblem } from './as-problem';
import { engine } from './engine';

/** What the columns of the file on the mapping page hold, asked one after the other while nothing else is counted. */
class Profiles {
  readonly of = new SvelteMap<number, ColumnProfile>();
  problem = $state.raw<Problem | null>(null);
  #stop: AbortController | null = null;

  /** Another file, or its cells are cut in another way. */
  clear(): void {
    this.stop();
    this.of.clear();
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
  }

  async look(positions: readonly number[]): Promise<void> {
    this.stop();
    const stop = (this.#stop = new AbortController());
    this.problem = null;
    for (const position of positions) {
      if (this.of.has(position)) continue;
      try {
        const profile = await engine.profile(stop.signal, position);
        if (this.#stop !== stop) return;
        this.of.set(position, profile);
      } catch (error) {
        if (this.#stop === stop) this.problem = asProblem(error);
        return;
      }
    }
  }
}

export const profiles = new Profiles();
