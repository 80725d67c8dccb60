import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Program {
  /** The first match in what it writes; rejects where it ends, or says nothing of the kind for a while. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  /** End it and everything that it has started. */
  end(): Promise<void>;
}

/**
 * Runs the program in a group of its own and ends the whole group when our end of the pipe closes: on `end()`, and also
 * where this process is killed itself. Browsers leave other processes behind when only their first is ended.
 */
const GUARD = '"$@" </dev/null & cat >/dev/null; kill -KILL 0';

const PATIENCE_MS = 30_000;

/** Start a program that ends with us. */
export function startProgram(file: string, args: string[], env: Record<string, string> = {}): Program {
  const guard = spawn('/bin/sh', ['-c', GUARD, 'sh', file, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const closed = once(guard, 'close');
  let said = '';
  const hear = (chunk: Buffer) => (said += chunk.toString());
  guard.stdout.on('data', hear);
  guard.stderr.on('data', hear);
  return {
    async says(pattern) {
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        const found = said.match(pattern);
        if (found) return found;
        if (Date.now() > until || guard.exitCode !== null)
          throw new Error(`${file} did not say ${pattern}: ${said.slice(-2000)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async end() {
      guard.stdin.end();
      await closed;
    },
  };
}
