/** Seconds that a stage will still take, from the share it has done; null until a tenth is done. */
export class TimeLeft {
  #stage = '';
  #started = 0;

  seconds(stage: string, share: number | null, now: number = performance.now()): number | null {
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#started = now;
    }
    if (share === null || share < 0.1 || share >= 1) return null;
    return ((now - this.#started) / 1000) * ((1 - share) / share);
  }
}
