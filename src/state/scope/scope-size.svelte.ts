import type { ScopeSize } from '../../engine/contract';
import { engine } from '../engine';
import { isEverything } from '../../domain/scope/scope';
import { project } from '../project.svelte';
import { scope } from './scope.svelte';

/** How many customers and orders the scope leaves; null where it leaves out nothing, or while it is counted. */
class CurrentSize {
  size = $state.raw<ScopeSize | null>(null);
  isCounting = $state(false);
  #stop: AbortController | null = null;

  /** Counts again; called when the scope or the tables are others. */
  async count(): Promise<void> {
    this.#stop?.abort();
    this.#stop = null;
    const isAll = isEverything(scope.now);
    if (isAll || !project.built) {
      this.size = null;
      this.isCounting = false;
      return;
    }
    this.isCounting = true;
    this.size = null;
    const stop = (this.#stop = new AbortController());
    try {
      const size = await engine.scopeSize(stop.signal, scope.params);
      if (this.#stop === stop) this.size = size;
    } catch {
      // The page itself asks under the same scope, and says what is wrong with it.
    }
    if (this.#stop === stop) this.isCounting = false;
  }
}

export const scopeSize = new CurrentSize();
