import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';
import { rendererMemory } from '../helpers/renderer-memory';
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
    peak: () => rendererMemory(running.process().pid ?? 0, 'peak'),
    async close() {
      await browser.close();
      await running.close();
      await server.close();
    },
  };
}
