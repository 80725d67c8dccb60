import { Connection } from './connection';
import type { Upgrade } from './database';
import type { Database } from './schema';
import { tidy } from './generations';
import { hintsBetweenTabs, type Hint, type Hints } from './hints';
import { Overtaken } from './problems';
import { raiseFence } from './transaction';
import { countWaiting, lineUp, type Line } from './writer-lock';

export type Role = 'writer' | 'reader';

/** The browser hears a moment later than the other tabs that a tab has gone. */
const SETTLING_MS = 200;

interface Options {
  name: string;
  steps: Upgrade[];
  locks: LockManager | undefined;
  onRole?: ((role: Role) => void) | undefined;
  onLook?: (() => void) | undefined;
  onWaiting?: ((tabs: number) => void) | undefined;
}

/** The part of this tab among the tabs of a browser: it writes, or waits until it can. */
export function becomingWriter({ name, steps, locks, onRole, onLook, onWaiting }: Options) {
  let role: Role = 'reader';
  let line: Line | null = null;
  let hints: Hints | null = null;
  /** Null until it could be raised: a full disk must not stop anybody from reading. */
  let fence: number | null = null;
  const connection = new Connection(name, steps, () => {
    fence = null;
    onLook?.();
  });
  const tell = (hint: Hint) => hints?.tell(hint);

  const become = (now: Role) => {
    if (role === now) return;
    role = now;
    onRole?.(now);
  };
  const count = () => {
    if (locks) void countWaiting(locks).then((tabs) => onWaiting?.(tabs));
  };
  const raise = async (database: Database) => {
    fence = await raiseFence(database);
    if (!locks) tell('tabs');
    return fence;
  };
  const onHeld = async (isHeld: () => boolean) => {
    fence = null;
    // The next write raises it first where it cannot be raised now, and says what failed.
    await connection.with(async (database) => tidy(database, await raise(database))).catch(() => undefined);
    if (isHeld()) become('writer');
    tell('tabs');
    count();
  };
  const onLost = () => {
    become('reader');
    count();
  };
  /** Without locks only the fence says who writes. */
  const lookAtFence = async () => {
    const standing = await connection.with((database) => database.get('pointers', 'fence'));
    if (fence !== null && standing !== fence) become('reader');
  };
  const onHint = (hint: Hint) => {
    if (hint === 'look') onLook?.();
    else if (locks) setTimeout(count, SETTLING_MS);
    // A hint only: the fence in the database refuses a late writer all the same.
    else if (hint === 'tabs') void lookAtFence().catch(() => undefined);
    else if (role === 'reader') void line?.takeOver();
  };

  return {
    role: () => role,
    tell,
    read: <T>(run: (database: Database) => Promise<T>) => connection.with(run),
    async write<T>(run: (database: Database, fence: number) => Promise<T>): Promise<T> {
      if (role !== 'writer') throw new Overtaken();
      const attempt = () =>
        connection.with(async (database) => run(database, fence ?? (await raise(database))));
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        if (!locks) become('reader');
        if (!locks || !line?.holds()) throw error;
        // The tab that had the lock before raised the fence late: the lock is here.
        fence = null;
        return attempt();
      }
    },
    async start(): Promise<void> {
      connection.resume();
      await connection.get();
      hints = hintsBetweenTabs(name, onHint);
      line = null;
      const own = await lineUp(locks, { onHeld, onLost });
      line = own;
      tell('tabs');
      count();
      if (role === 'reader') onRole?.(role);
    },
    takeOver: async () => (await line?.takeOver()) ?? false,
    close(): void {
      if (role === 'writer') tell('bye');
      line?.leave();
      line = null;
      role = 'reader';
      tell('tabs');
      hints?.close();
      hints = null;
      connection.close();
    },
  };
}
