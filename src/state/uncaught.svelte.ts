import type { Problem } from '../domain/outcome';
import { words } from '../i18n/words';

/** Why something failed, as the end of a sentence. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().replace(/\.$/, '');

/** What no part of the page has caught: it is shown, whatever it was, so that nothing fails in silence. */
class Uncaught {
  problem = $state.raw<Problem | null>(null);

  start(): void {
    // An event without an error is a notice of the browser's own, such as of a size that changed while it was measured.
    addEventListener('error', ({ error }) => error && this.#say(error));
    addEventListener('unhandledrejection', ({ reason }) => this.#say(reason));
  }

  #say(error: unknown): void {
    this.problem = {
      code: 'page-failed',
      message: words.ui.uncaught(reasonOf(error)),
      next: words.ui.pageFailedNext,
    };
  }
}

export const uncaught = new Uncaught();
