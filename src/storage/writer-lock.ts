/** One tab writes. The lock says which; the fence in the database is what stops a writer that has lost it. */
const LOCK = 'regulars:writer';

export interface WriterLock {
  release(): void;
}

/**
 * Ask for the lock; `steal` takes it from the tab that has it. Resolves to null where another tab holds it.
 * `onLost` is called when another tab takes it over. Without Web Locks every tab gets it, and the fence decides.
 */
export function claimWriter(
  locks: LockManager | undefined,
  { steal = false, onLost }: { steal?: boolean; onLost: () => void },
): Promise<WriterLock | null> {
  if (!locks) return Promise.resolve({ release: () => {} });
  return new Promise((resolve) => {
    let released = false;
    let held = false;
    const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
    locks
      .request(LOCK, options, (lock) => {
        if (!lock) return resolve(null);
        held = true;
        return new Promise<void>((free) => {
          resolve({
            release: () => {
              released = true;
              free();
            },
          });
        });
      })
      .catch(() => {
        if (held && !released) onLost();
        else resolve(null);
      });
  });
}
