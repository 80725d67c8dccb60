interface Waiting {
  granted: () => void;
  signal: AbortSignal | undefined;
}

/** Web Locks as far as they are used: one exclusive holder, a line behind it, `ifAvailable`, `steal`, `signal`. */
export function locksOfOneBrowser(): LockManager {
  let holder: { lost: (reason: DOMException) => void } | null = null;
  const line: Waiting[] = [];
  const next = () => {
    holder = null;
    line.shift()?.granted();
  };
  const request = (
    name: string,
    options: LockOptions,
    callback: (lock: Lock | null) => Promise<void> | void,
  ) =>
    new Promise<void>((resolve, reject) => {
      const grant = () => {
        const own = { lost: reject };
        holder = own;
        void Promise.resolve(callback({ name, mode: 'exclusive' })).then(() => {
          if (holder === own) next();
          resolve();
        });
      };
      if (!holder) return grant();
      if (options.ifAvailable) return resolve(callback(null));
      if (options.steal) {
        holder.lost(new DOMException('stolen', 'AbortError'));
        return grant();
      }
      const waiting = { granted: grant, signal: options.signal };
      line.push(waiting);
      options.signal?.addEventListener('abort', () => {
        line.splice(line.indexOf(waiting), 1);
        reject(new DOMException('left', 'AbortError'));
      });
    });
  const query = () =>
    Promise.resolve({ pending: line.map(() => ({ name: 'regulars:writer' })) } as LockManagerSnapshot);
  return { request, query } as unknown as LockManager;
}
