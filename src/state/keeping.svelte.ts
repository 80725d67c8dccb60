import type { Problem } from '../domain/outcome';
import { openKept, type Kept } from '../storage/kept';
import { project } from './project.svelte';

/** The project kept in this browser: written after each build, opened again after a reload, deleted on demand. */
class Keeping {
  problem = $state.raw<Problem | null>(null);
  role = $state<'writer' | 'reader'>('writer');
  /** The kept files are being opened again. */
  reopening = $state(false);
  hasKept = $state(false);

  #kept: Kept | null = null;
  #busy = false;

  async start(): Promise<void> {
    const opened = await openKept({ onRole: (role) => (this.role = role) });
    if (!opened.ok) {
      this.problem = opened.error;
      return;
    }
    this.#kept = opened.value;
    addEventListener('pagehide', () => this.#kept?.close());
    project.onBuilt(() => void this.keep());
    await this.#reopen();
  }

  async keep(): Promise<void> {
    const source = project.source;
    if (!this.#kept || !source || this.#busy) return;
    const { files, choices, provenance } = source;
    const isEachHashed = provenance.files.length === files.length;
    const hashOf = (at: number) => (isEachHashed ? provenance.files[at]?.sha256 : '');
    const kept = await this.#kept.keep({
      name: files.map((file) => file.name).join(', '),
      app: provenance.app,
      files: files.map((file, at) => ({
        name: file.name,
        sha256: hashOf(at) || unhashed(file),
        bytes: file,
      })),
      choices,
      settings: {},
    });
    this.problem = kept.ok ? null : kept.error;
    this.hasKept ||= kept.ok;
    if (kept.ok) await navigator.storage?.persist?.();
  }

  async deleteEverything(): Promise<boolean> {
    const deleted = (await this.#kept?.deleteEverything()) ?? { ok: true as const, value: undefined };
    this.problem = deleted.ok ? null : deleted.error;
    if (!deleted.ok) return false;
    this.hasKept = false;
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
      await project.open(files, found.value.choices);
    } catch {
      // The project's own problem is on screen; the kept bytes stay as they are.
    } finally {
      this.#busy = false;
      this.reopening = false;
    }
  }
}

/** A key for bytes that the browser could not hash (an address without https, or a very large file). */
const unhashed = (file: File): string => `unhashed ${file.size} ${file.lastModified} ${file.name}`;

export const keeping = new Keeping();
