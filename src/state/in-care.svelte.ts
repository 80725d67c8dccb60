import type { FoundProject } from '../storage/kept';

/** How safe what is kept is: what the browser has promised, when it was kept last, and when a copy went to disk. */
class InCare {
  /** The browser's answer to `persist()`; null before it was asked. */
  persisted = $state<boolean | null>(null);
  /** Local time, 'YYYY-MM-DD HH:MM'. */
  keptAt = $state<string | null>(null);
  copiedAt = $state<string | null>(null);

  #files = '';

  /**
   * Ask the browser not to clear what is kept by itself. Firefox asks the person, and may never answer: nothing waits for it. One that
   * refuses to say promises nothing.
   */
  ask(): void {
    const asked = navigator.storage?.persist?.() ?? Promise.resolve(false);
    void asked.catch(() => false).then((answer) => (this.persisted = answer));
  }

  async look(): Promise<void> {
    this.persisted = (await navigator.storage?.persisted?.()) ?? false;
  }

  /** The project that is kept now; null where there is none. A copy of other files is no copy of these. */
  show(project: Pick<FoundProject, 'kept_at' | 'copied_at' | 'files'> | null): void {
    const files = (project?.files ?? []).map(({ sha256 }) => sha256).join();
    if (files !== this.#files) this.copiedAt = null;
    this.#files = files;
    this.keptAt = project?.kept_at ?? null;
    this.copiedAt = project?.copied_at ?? this.copiedAt;
  }
}

export const inCare = new InCare();
