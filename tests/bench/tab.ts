import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';
import { prepare } from './in-page';

/** Flags for a browser inside a container; nothing here changes how fast a page runs. */
const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-quic'];

const SETTLING = 2000;

/** The one page of a browser of its own: nothing is warm, and its renderer's peak is this run's. */
export interface Tab {
  page: Page;
  version: string;
  /** Peak resident memory of the largest renderer so far, in bytes; null where the system does not say. */
  peak(): number | null;
  close(): Promise<void>;
}

/** Serve a built folder on localhost and open its page in a new browser. */
export async function openTab(browserPath: string, dir: string): Promise<Tab> {
  const server = await serve({ dir: path.resolve(dir) });
  const running = await chromium.launchServer({ executablePath: browserPath, args: FLAGS, headless: true });
  const browser = await chromium.connect(running.wsEndpoint());
  const page = await browser.newPage();
  page.setDefaultTimeout(900_000);
  await page.addInitScript(prepare);
  // The browser's own start is no part of a page's.
  await page.waitForTimeout(SETTLING);
  await page.goto(server.url);
  return {
    page,
    version: browser.version(),
    peak: () => largestRenderer(running.process().pid ?? 0),
    async close() {
      await browser.close();
      await running.close();
      await server.close();
    },
  };
}

interface Process {
  pid: number;
  parent: number;
}

function largestRenderer(root: number): number | null {
  if (process.platform !== 'linux') return null;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Process[] => {
      const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
      return parent ? [{ pid: Number(name), parent: Number(parent) }] : [];
    });
  const ours = new Set([root]);
  for (let before = 0; before < ours.size;) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  const peaks = [...ours]
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes('--type=renderer'))
    .map((pid) => Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

/** A process may end between being listed and being read. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
