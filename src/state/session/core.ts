import type { Problem } from '../../domain/outcome';
import type { Parts } from './parts';
import { EMPTY, restingOf, type Mapping, type Resting, type Session } from './session';
import { Work } from './work';

/** The tables are being read again after the engine was lost. */
export interface Restoring {
  /** What was said before, to be said again. */
  said: Problem | null;
  done: Promise<void>;
  finish: () => void;
}

/** What the transitions share: where the session stands, what is under way, and what the engine holds. */
export class Core {
  readonly work = new Work();
  restoring: Restoring | null = null;
  /** The files that the engine holds beside those that are open. */
  beside: readonly File[] | null = null;
  #now: Session = { state: EMPTY, problem: null, progress: null, locked: null };

  constructor(
    readonly parts: Parts,
    readonly onChange: (now: Session) => void,
  ) {}

  get now(): Session {
    return this.#now;
  }

  set(change: Partial<Session>): void {
    this.#now = { ...this.#now, ...change };
    this.onChange(this.#now);
  }

  /** The state to rest in, or to come back to where work is under way. */
  rest(resting: Resting): void {
    const { state } = this.#now;
    const isBusy = state.phase === 'reading' || state.phase === 'building';
    this.set({ state: isBusy ? { ...state, from: resting } : resting });
  }

  /** A change of the mapping page, unless its files have been read again or left since. */
  edit(reading: symbol, change: (now: Mapping) => Partial<Mapping>): void {
    const now = restingOf(this.#now.state);
    if (now.phase === 'mapping' && now.reading === reading) this.rest({ ...now, ...change(now) });
  }
}
