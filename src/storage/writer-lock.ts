/** One tab writes. The lock says which; the fence in the database is what stops a writer that has lost it. */
export const LOCK = 'regulars:writer';

/** A place in the line of tabs that want to write: the next one gets the lock when the first goes. */
export interface Line {
  holds(): boolean;
  /** Take the lock from the tab that has it. */
  takeOver(): Promise<boolean>;
  /** Let go of the lock, or of the place in the line. */
  leave(): void;
}

interface Told {
  /** This tab has the lock; whether it still has it can be asked while this runs. */
  onHeld: (isHeld: () => boolean) => Promise<void>;
  /** Another tab has taken it over. */
  onLost: () => void;
}

/**
 * Get the lock where it is free, and else wait in line for it. Resolves once it is known which. Without Web Locks (an address without
 * https) every tab holds it, and the fence alone decides.
 */
export async function lineUp(locks: LockManager | undefined, { onHeld, onLost }: Told): Promise<Line> {
  if (!locks) {
    let holds = true;
    const held = () => onHeld(() => true).then(() => (holds = true));
    await held();
    return { holds: () => holds, takeOver: held, leave: () => (holds = false) };
  }
  let free: (() => void) | null = null;
  let queued: AbortController | null = null;
  let left = false;
  /** Settles once the tab that has the lock writes, which takes a moment more. */
  let begun: Promise<void> = Promise.resolve();
  const isHeld = () => free !== null;

  /** Resolves to true once the lock is held and this tab writes, to false where it is not to be had. */
  const hold = (options: LockOptions) =>
    new Promise<boolean>((resolve) => {
      let own: (() => void) | null = null;
      locks
        .request(LOCK, options, (lock) => {
          if (!lock || left) return resolve(false);
          return new Promise<void>((release) => {
            own = free = release;
            if (queued?.signal === options.signal) queued = null;
            begun = onHeld(isHeld);
            void begun.finally(() => resolve(true));
          });
        })
        .catch(() => {
          resolve(false);
          if (!own || free !== own) return;
          free = null;
          if (left) return;
          onLost();
          wait();
        });
    });
  const wait = () => {
    queued?.abort();
    queued = new AbortController();
    void hold({ signal: queued.signal });
  };
  const taken = async (options: LockOptions) => {
    const held = await hold(options);
    if (!held && !left) wait();
    return held;
  };

  await taken({ ifAvailable: true });
  return {
    holds: isHeld,
    takeOver() {
      if (free) return begun.then(isHeld);
      queued?.abort();
      return taken({ steal: true });
    },
    leave() {
      left = true;
      queued?.abort();
      free?.();
      free = null;
    },
  };
}

/** How many tabs wait in line. */
export async function countWaiting(locks: LockManager | undefined): Promise<number> {
  const { pending = [] } = (await locks?.query()) ?? {};
  return pending.filter(({ name }) => name === LOCK).length;
}
