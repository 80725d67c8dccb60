import type { Row } from '../domain/table';
import { withMerged, withoutMerged, type ProductNames } from '../ingest/names/product-names';
import { onScreen } from './on-screen';
import { opener } from './opener';
import { project } from './project.svelte';
import { rowsBehind } from './question.svelte';

const MOST = 100_000;

/** The names of products on screen: which mean which product, and which may be one. Asked anew whenever that changes. */
export class Names {
  names = $state.raw<readonly Row[]>([]);
  suggestions = $state.raw<readonly Row[]>([]);
  /** Why the lists could not be read. */
  problem = $state('');

  /** Names that a person has said count as another; known without asking. */
  readonly said: number = $derived(
    project.built ? Object.keys(project.built.choices.product_names ?? {}).length : 0,
  );

  #isOpen = false;
  #leave = onScreen.whenRebuilt(() => void this.#ask());

  /** Finding what is alike reads the file's rows again: only for those who look. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const { built } = project;
    if (!built || !this.#isOpen) return;
    try {
      const names = await rowsBehind({ kind: 'product_names' }, MOST);
      const suggestions = await rowsBehind({ kind: 'product_suggestions' }, MOST);
      if (project.built !== built) return;
      [this.names, this.suggestions, this.problem] = [names.rows, suggestions.rows, ''];
    } catch (error) {
      if (project.built === built) this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  /** From now on these names count as that product. */
  merge(names: readonly string[], product: string): Promise<void> {
    return opener.nameProducts(withMerged(said(), names, product));
  }

  undo(name: string): Promise<void> {
    return opener.nameProducts(withoutMerged(said(), name));
  }

  leave(): void {
    this.#leave();
  }
}

const said = (): ProductNames => project.source?.choices.product_names ?? {};
