import type { Choices } from '../domain/choices';

/** The choices that the mapping page came by, so that each change can be taken back. */
class MappingSteps {
  #past = $state.raw<readonly Choices[]>([]);
  #undone = $state.raw<readonly Choices[]>([]);
  readonly canUndo = $derived(this.#past.length > 0);
  readonly canRedo = $derived(this.#undone.length > 0);

  clear(): void {
    this.#past = this.#undone = [];
  }

  /** A change is about to be made to these. */
  record(before: Choices): void {
    this.#past = [...this.#past, before];
    this.#undone = [];
  }

  /** The choices before the last change, or null. */
  undo(now: Choices): Choices | null {
    const before = this.#past.at(-1);
    if (!before) return null;
    this.#past = this.#past.slice(0, -1);
    this.#undone = [...this.#undone, now];
    return before;
  }

  /** The choices before the last undo, or null. */
  redo(now: Choices): Choices | null {
    const after = this.#undone.at(-1);
    if (!after) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#past = [...this.#past, now];
    return after;
  }
}

export const mappingSteps = new MappingSteps();
