/** How a piece of work ended; only the last one may answer. */
export type Ended<T> = { isLast: true; value: T } | { isLast: false };

/** One thing at a time: what is asked later ends what is on its way, whose answer is then nobody's, however late it comes. */
export class LastAsked {
  #running: AbortController | null = null;

  /**
   * Ends what is on its way and runs this. Rejects as it does, unless something else was asked meanwhile or it was stopped: then the
   * answer, or the failure, is left out.
   */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Ended<T>> {
    this.stop();
    const mine = new AbortController();
    this.#running = mine;
    try {
      const value = await work(mine.signal);
      return this.#running === mine ? { isLast: true, value } : { isLast: false };
    } catch (error) {
      if (this.#running !== mine) return { isLast: false };
      throw error;
    }
  }

  /** Ends what is on its way, and what still follows from the last answer. */
  stop(): void {
    this.#running?.abort();
    this.#running = null;
  }
}
