import type { ProductNames } from '../ingest/names/product-names';
import { fingerprintOf, hasMapping, readSavedMapping, savedMapping } from '../ingest/mapping/saved-mapping';
import type { Kept } from '../storage/kept';
import type { KeptMapping } from '../storage/schema';
import type { Problem } from '../domain/outcome';
import { project } from './project.svelte';

/** What was confirmed on the mapping page, kept for the next file with the same headers. */
class Remembered {
  /** The mapping on screen is one that was confirmed for these headers before. */
  mapping = $state.raw<{ fingerprint: string; on: string } | null>(null);
  problem = $state.raw<Problem | null>(null);

  #kept: Kept | null = null;

  start(kept: Kept | null): void {
    this.#kept = kept;
  }

  clear(): void {
    this.mapping = null;
  }

  /** Read the file on the mapping page as one with these headers was read before, where it was. */
  async recall(): Promise<void> {
    this.mapping = null;
    const { inspection } = project;
    if (!inspection || !this.#kept || project.phase !== 'mapping') return;
    const headers = inspection.columns.map(({ column }) => column);
    const fingerprint = fingerprintOf(headers);
    const found = await this.#kept.mappingOf(fingerprint);
    if (!found || project.inspection !== inspection) return;
    const read = readSavedMapping(found.saved, inspection.file.name, headers);
    if (!read.ok) return;
    const { product_names } = found;
    await project.choose({ ...project.draft, ...read.value, ...(product_names ? { product_names } : {}) });
    this.mapping = { fingerprint, on: found.chosen_on };
  }

  /** Keep what was chosen on the mapping page for the next file with these headers. */
  async remember(): Promise<void> {
    const { inspection, draft } = project;
    const { product_names } = draft;
    if (!inspection || !this.#kept || !(hasMapping(draft) || product_names)) return;
    const headers = inspection.columns.map(({ column }) => column);
    const saved = savedMapping(headers, draft);
    await this.#keep(headers, { saved, chosen_on: today(), ...(product_names ? { product_names } : {}) });
  }

  /** Keep which names of products count as another for the next file with these headers, beside the mapping that was confirmed for them. */
  async rememberNames(product_names: ProductNames): Promise<void> {
    const { inspection } = project;
    if (!inspection || !this.#kept) return;
    const headers = inspection.columns.map(({ column }) => column);
    const found = await this.#kept.mappingOf(fingerprintOf(headers));
    const saved = found?.saved ?? savedMapping(headers, {});
    const { product_names: _before, ...before } = found ?? { saved, chosen_on: today() };
    if (Object.keys(product_names).length > 0) return this.#keep(headers, { ...before, product_names });
    const read = readSavedMapping(saved, inspection.file.name, headers);
    await this.#keep(headers, read.ok && hasMapping(read.value) ? before : null);
  }

  /** Forget the mapping that was found, and read the file by itself again. */
  async forget(): Promise<void> {
    if (!this.mapping) return;
    const forgotten = await this.#kept?.keepMapping(this.mapping.fingerprint, null);
    this.problem = forgotten && !forgotten.ok ? forgotten.error : null;
    if (this.problem) return;
    this.mapping = null;
    const { files, newer } = project.draft;
    await project.choose({ ...(files ? { files } : {}), ...(newer ? { newer } : {}) });
  }

  async #keep(headers: readonly string[], mapping: KeptMapping | null): Promise<void> {
    const kept = await this.#kept?.keepMapping(fingerprintOf(headers), mapping);
    this.problem = kept && !kept.ok ? kept.error : null;
  }
}

const today = () => new Date().toLocaleDateString('sv-SE');

export const remembered = new Remembered();
