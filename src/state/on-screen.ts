const listeners = new Set<() => void>();

/** What is on screen, for as long as it is there, hears when the tables are others: the last step after a build. */
export const onScreen = {
  /** Returns how to leave. */
  whenRebuilt(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  askAgain: (): void => listeners.forEach((tell) => tell()),
};
