import { EngineError } from '../../engine/errors';
import { words } from '../../i18n/words';

export interface Job {
  signal: AbortSignal;
  /** Nothing else has begun since: only then may it change the session. */
  isCurrent(): boolean;
  /** The engine was lost under it before it was asked anything; it begins again once the tables are back. */
  wasInterrupted(): boolean;
}

interface Running {
  stop: AbortController;
  isInterrupted: boolean;
}

/** One piece of work at a time: what begins later ends the one before, whose answer or failure then changes nothing. */
export class Work {
  #running: Running | null = null;

  begin(): Job {
    this.abandon();
    const mine: Running = { stop: new AbortController(), isInterrupted: false };
    this.#running = mine;
    return {
      signal: mine.stop.signal,
      isCurrent: () => this.#running === mine,
      wasInterrupted: () => mine.isInterrupted,
    };
  }

  /** A person has had enough: the work fails as cancelled, and goes back by itself. */
  stop(): void {
    this.#running?.stop.abort();
  }

  /** What was under way is nobody's any more. */
  abandon(): void {
    this.#running?.stop.abort();
    this.#running = null;
  }

  interrupt(): void {
    if (this.#running) this.#running.isInterrupted = true;
    this.abandon();
  }
}

/** The answer, unless it comes after the work was stopped. */
export async function inTime<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  const value = await answer;
  if (signal.aborted) throw new EngineError({ code: 'cancelled', message: words.project.stopped });
  return value;
}

export const isCrash = (error: unknown): boolean =>
  error instanceof EngineError && error.code === 'engine-crashed';

export const never = (): AbortSignal => new AbortController().signal;
