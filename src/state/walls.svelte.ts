import type { SealState } from '../engine/contract';
import { engine } from './engine';

/** What the page that explains the promise shows: the walls, and where requests have gone. */
class Walls {
  seal = $state.raw<SealState | null>(null);
  own = $state(0);
  elsewhere = $state(0);

  async look(): Promise<void> {
    const entries = performance.getEntriesByType('resource').filter(({ name }) => /^https?:/.test(name));
    const own = entries.filter(({ name }) => new URL(name).origin === location.origin).length;
    this.own = own;
    this.elsewhere = entries.length - own;
    this.seal = await engine.seal(new AbortController().signal);
  }
}

export const walls = new Walls();
