import type { Choices } from '../domain/choices';
import type { Problem } from '../domain/outcome';
import type { ImportReport } from '../domain/report';
import { asProblem } from './as-problem';
import { engine } from './engine';
import { plain } from './plain';
import { inWords } from './report-words';

/**
 * What the file on the mapping page comes to as its columns are read now. Its tables are built for that while a person reads the page, so that
 * accepting the file has them at once.
 */
class Preview {
  report = $state.raw<ImportReport | null>(null);
  /** What it came to before the last change. */
  before = $state.raw<ImportReport | null>(null);
  /** Why no tables come of it. */
  problem = $state.raw<Problem | null>(null);
  isCounting = $state(false);

  #stop: AbortController | null = null;

  /** Another file, or none. */
  clear(): void {
    this.wait();
    this.before = null;
  }

  /** Something is still to be answered: there is no total to show. */
  wait(): void {
    this.stop();
    if (this.report) this.before = this.report;
    this.report = null;
    this.problem = null;
    this.isCounting = false;
  }

  /** The choices are about to change: what is shown stays until the next is counted. */
  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
  }

  /** Build the tables under these choices and show what they come to; the last one asked is the one shown. */
  async count(choices: Choices): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.isCounting = true;
    try {
      const built = await engine.prepare(stop.signal, plain(choices));
      if (this.#stop !== stop) return;
      if (this.report) this.before = this.report;
      this.report = built && inWords(built);
      this.problem = null;
    } catch (error) {
      if (this.#stop !== stop) return;
      this.problem = asProblem(error);
      if (this.report) this.before = this.report;
      this.report = null;
    }
    this.isCounting = false;
  }

  /** What the files would come to under other choices; shows nothing. Null where no files wait. */
  async under(signal: AbortSignal, choices: Choices): Promise<ImportReport | null> {
    const built = await engine.prepare(signal, plain(choices));
    return built && inWords(built);
  }
}

export const preview = new Preview();
