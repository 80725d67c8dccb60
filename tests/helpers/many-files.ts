import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { canaryFile } from './canaries';
import { browserFlags } from './one-browser';
import { rendererMemory } from './renderer-memory';

/** A worker's heap is collected when it is full, and grows before it is: what it holds would be lost among what it has not yet given back. */
const COLLECT_EARLY =
  '--js-flags=--gc-global --semi-space-growth-factor=1 --max-semi-space-size=1 --single-threaded-gc';

/** What a page holds after some files have been opened, asked and closed again. */
export interface Held {
  files: number;
  /** Of the page's own objects, after what nobody holds is gone. */
  heapBytes: number;
  /** Of the renderer with all its workers; null where the system does not say. */
  rendererBytes: number | null;
  workers: number;
  /** Attached in the engine while the last file was open. */
  databases: number;
  /** Rows of all stores of the page's database. */
  kept: number;
}

/**
 * Opens files of different sizes one after the other in one page of a browser of its own, asks of each, and says what is held at the
 * numbers of files named.
 */
export async function openMany(numbers: readonly number[]): Promise<Held[]> {
  const server = await serve({ dir: path.join(root, 'dist') });
  const running = await chromium.launchServer({
    executablePath: await findBrowser(),
    args: [...browserFlags, COLLECT_EARLY],
    headless: true,
  });
  const browser = await chromium.connect(running.wsEndpoint());
  try {
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Performance.enable');
    await page.goto(server.url);
    await page.waitForFunction(() => 'regulars' in window);
    const held: Held[] = [];
    for (let files = 1; files <= Math.max(...numbers); files += 1) {
      const { text } = canaryFile(400 + 200 * (files % 5), 60 + files);
      await page.evaluate(
        async ([name, content]) => {
          await window.regulars.open([new File([content], name)], { history: 'complete' });
          await window.regulars.analyse('cohort-retention', { grain: 'quarter' });
          await window.regulars.analyse('rfm');
        },
        [`orders-${files}.csv`, text] as const,
      );
      if (!numbers.includes(files)) continue;
      const databases = await page.evaluate(async () => {
        const { rows } = await window.regulars.sql('select count(*) as databases from duckdb_databases()');
        await window.regulars.close();
        return Number(rows[0]?.databases);
      });
      await protocol.send('HeapProfiler.collectGarbage');
      const { metrics } = await protocol.send('Performance.getMetrics');
      const inside = await page.evaluate(async () => {
        const done = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error ?? new Error('no database'));
          });
        let kept = 0;
        for (const { name } of await indexedDB.databases()) {
          const database = await done(indexedDB.open(name ?? ''));
          for (const store of database.objectStoreNames)
            kept += await done(database.transaction(store).objectStore(store).count());
          database.close();
        }
        return { kept };
      });
      held.push({
        files,
        heapBytes: metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0,
        rendererBytes: rendererMemory(running.process().pid ?? 0, 'now'),
        workers: page.workers().length,
        databases,
        ...inside,
      });
    }
    return held;
  } finally {
    await browser.close();
    await running.close();
    await server.close();
  }
}
