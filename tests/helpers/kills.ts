import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { browserFlags, OPTIMISE_LATER } from './one-browser';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A browser with a profile of its own that can be killed as a machine kills it, and started again on what it left behind. */
export function mortalBrowser() {
  const profile = mkdtempSync(path.join(tmpdir(), 'regulars-kill-'));
  let child: ChildProcess | null = null;

  return {
    async start(url: string): Promise<Page> {
      const portFile = path.join(profile, 'DevToolsActivePort');
      rmSync(portFile, { force: true });
      child = spawn(
        await findBrowser(),
        [
          ...browserFlags,
          OPTIMISE_LATER,
          ...['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
          ...['--no-first-run', '--disable-gpu', '--hide-crash-restore-bubble', 'about:blank'],
        ],
        { detached: true, stdio: 'ignore' },
      );
      for (let waited = 0; !existsSync(portFile) || readFileSync(portFile, 'utf8') === ''; waited += 20) {
        if (waited > 60_000) throw new Error('the browser did not start');
        await pause(20);
      }
      const [port] = readFileSync(portFile, 'utf8').split('\n');
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const page = await browser.contexts()[0]!.newPage();
      await page.goto(url);
      return page;
    },
    /** SIGKILL to all its processes. */
    async kill(): Promise<void> {
      const { pid } = child ?? {};
      if (!child || pid === undefined) return;
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      process.kill(-pid, 'SIGKILL');
      await gone;
      child = null;
    },
    async end(): Promise<void> {
      await this.kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
