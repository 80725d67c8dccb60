import type { Problem } from '../domain/outcome';
import { fingerprintOf, hasMapping, readSavedMapping, savedMapping } from '../ingest/saved-mapping';
import type { ProductNames } from '../ingest/product-names';
import { openKept, type Kept } from '../storage/kept';
import type { KeptMapping } from '../storage/mappings';
import { forgetting } from './forgetting.svelte';
import { hashesOf, keptKeys, unhashed } from './file-keys';
import { notebook } from './notebook.svelte';
import { project } from './project.svelte';
import { settings } from './settings';

/** The project kept in this browser: written after each build, opened again after a reload, deleted on demand. */
class Keeping {
  problem = $state.raw<Problem | null>(null);
  role = $state<'writer' | 'reader'>('writer');
  /** The kept files are being opened again. */
  reopening = $state(false);
  hasKept = $state(false);

  /** The mapping on screen is one that was confirmed for these headers before. */
  remembered = $state.raw<{ fingerprint: string; on: string } | null>(null);

  #kept: Kept | null = null;
  #busy = false;

  async start(): Promise<void> {
    const opened = await openKept({ onRole: (role) => (this.role = role) });
    notebook.start(opened.ok ? opened.value : null);
    await forgetting.start(opened.ok ? opened.value : null, async () => {
      await this.keep();
      return this.problem;
    });
    if (!opened.ok) {
      this.problem = opened.error;
      return;
    }
    this.#kept = opened.value;
    addEventListener('pagehide', () => this.#kept?.close());
    project.onBuilt(() => void this.keep());
    settings.onSet(() => void this.keep());
    this.problem = forgetting.problem;
    await this.#reopen();
  }

  async keep(): Promise<void> {
    const source = project.source;
    if (!this.#kept || !source || this.#busy) return;
    const { files, choices, provenance } = source;
    const hashes = hashesOf(source);
    const kept = await this.#kept.keep({
      name: files.map((file) => file.name).join(', '),
      app: provenance.app,
      files: files.map((file, at) => ({
        name: file.name,
        sha256: hashes[at] || unhashed(file),
        bytes: file,
      })),
      choices,
      settings: settings.values,
    });
    this.problem = kept.ok ? null : kept.error;
    this.hasKept ||= kept.ok;
    if (kept.ok) await navigator.storage?.persist?.();
  }

  /** Read the file on the mapping page as one with these headers was read before, where it was. */
  async recall(): Promise<void> {
    this.remembered = null;
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
    this.remembered = { fingerprint, on: found.chosen_on };
  }

  /** Keep what was chosen on the mapping page for the next file with these headers. */
  async remember(): Promise<void> {
    const { inspection, draft } = project;
    const { product_names } = draft;
    if (!inspection || !this.#kept || !(hasMapping(draft) || product_names)) return;
    const headers = inspection.columns.map(({ column }) => column);
    const saved = savedMapping(headers, draft);
    await this.#keepMapping(headers, {
      saved,
      chosen_on: today(),
      ...(product_names ? { product_names } : {}),
    });
  }

  /** Keep which names of products count as another for the next file with these headers, beside the mapping that was confirmed for them. */
  async rememberNames(product_names: ProductNames): Promise<void> {
    const { inspection } = project;
    if (!inspection || !this.#kept) return;
    const headers = inspection.columns.map(({ column }) => column);
    const found = await this.#kept.mappingOf(fingerprintOf(headers));
    const saved = found?.saved ?? savedMapping(headers, {});
    const { product_names: _before, ...before } = found ?? { saved, chosen_on: today() };
    if (Object.keys(product_names).length > 0)
      return this.#keepMapping(headers, { ...before, product_names });
    const read = readSavedMapping(saved, inspection.file.name, headers);
    await this.#keepMapping(headers, read.ok && hasMapping(read.value) ? before : null);
  }

  async #keepMapping(headers: readonly string[], mapping: KeptMapping | null): Promise<void> {
    const kept = await this.#kept?.keepMapping(fingerprintOf(headers), mapping);
    if (kept && !kept.ok) this.problem = kept.error;
  }

  /** Forget the mapping that was found, and read the file by itself again. */
  async forget(): Promise<void> {
    if (!this.remembered) return;
    const forgotten = await this.#kept?.keepMapping(this.remembered.fingerprint, null);
    if (forgotten && !forgotten.ok) {
      this.problem = forgotten.error;
      return;
    }
    this.remembered = null;
    const { files, newer } = project.draft;
    await project.choose({ ...(files ? { files } : {}), ...(newer ? { newer } : {}) });
  }

  async deleteEverything(): Promise<boolean> {
    const deleted = (await this.#kept?.deleteEverything()) ?? { ok: true as const, value: undefined };
    this.problem = deleted.ok ? null : deleted.error;
    if (!deleted.ok) return false;
    this.hasKept = false;
    this.remembered = null;
    settings.found({}, []);
    forgetting.clear();
    await project.close();
    return true;
  }

  async #reopen(): Promise<void> {
    const found = await this.#kept?.reopen();
    if (!found) return;
    if (!found.ok) {
      this.problem = found.error;
      return;
    }
    if (!found.value || found.value.files.length === 0 || project.phase !== 'empty') return;
    this.hasKept = true;
    this.reopening = true;
    this.#busy = true;
    try {
      const files = found.value.files.map(({ name, bytes }) => new File([bytes], name));
      settings.found(found.value.settings, keptKeys(found.value.files));
      await project.open(files, found.value.choices);
    } catch {
      // The project's own problem is on screen; the kept bytes stay as they are.
    } finally {
      this.#busy = false;
      this.reopening = false;
    }
  }
}

const today = () => new Date().toLocaleDateString('sv-SE');

export const keeping = new Keeping();
