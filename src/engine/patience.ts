/**
 * Waits for a worker that does somebody's work, and gives it up where nothing is done any more: the limit is on standing still, and each word of
 * work done starts it again. So a slow computer only takes longer, and a reader that loops without end over a damaged file is found all the same.
 */
export class Patience {
  #late: ReturnType<typeof setTimeout> | undefined;
  #limit: number;
  readonly #giveUp: () => void;

  constructor(limit: number, giveUp: () => void) {
    this.#limit = limit;
    this.#giveUp = giveUp;
    this.worked();
  }

  /** Something was done: the wait starts again, from here on with this limit where one is given. */
  worked(limit = this.#limit): void {
    this.#limit = limit;
    clearTimeout(this.#late);
    this.#late = setTimeout(this.#giveUp, limit);
  }

  end(): void {
    clearTimeout(this.#late);
  }
}
