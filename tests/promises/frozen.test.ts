import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { root } from '../../scripts/run.mjs';
import { openApp, type App } from '../helpers/browser';
import { dropFile, useFile } from '../helpers/journey';

/** 300,000 here so that the suite stays short; REGULARS_LINES=1000000 for the whole promise. */
const LINES = Number(process.env.REGULARS_LINES ?? 300_000);
const folder = mkdtempSync(path.join(tmpdir(), 'regulars-frozen-'));
const file = path.join(folder, 'sales.csv');
let app: App;
let page: Page;
beforeAll(async () => {
  await promisify(execFile)(process.execPath, [
    path.join(root, 'scripts/sample-file.mjs'),
    String(LINES),
    file,
  ]);
  app = await openApp({ context: { serviceWorkers: 'block' } });
  page = app.page;
  await page.evaluate(() => {
    const long: number[] = [];
    new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration))).observe(
      {
        type: 'longtask',
      },
    );
    Object.assign(globalThis, { __long: long });
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Tasks of the page's thread over 50 ms since the last look, in milliseconds. */
const longTasks = async () => {
  await app.settle();
  return page.evaluate(() => (globalThis as unknown as { __long: number[] }).__long.splice(0));
};

const LONGEST = 200;
/**
 * Long tasks of the best of three goes. What our code does to the page it does each time; what else runs on a busy machine stretches a task
 * here and there.
 */
async function freezes(go: () => Promise<void>): Promise<number[]> {
  let fewest: number[] | undefined;
  for (let left = 3; left > 0 && fewest?.length !== 0; left--) {
    await longTasks();
    await go();
    const found = (await longTasks()).filter((milliseconds) => milliseconds > LONGEST);
    if (!fewest || found.length < fewest.length) fewest = found;
  }
  return fewest!;
}

test('an import of many lines never freezes the page, and its progress moves', async () => {
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { __seen: seen });
    new MutationObserver(() => {
      for (const bar of document.querySelectorAll('progress, [role=progressbar]'))
        seen.add(bar.getAttribute('value') ?? bar.getAttribute('aria-valuenow') ?? '');
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const found = await freezes(async () => {
    await dropFile(page, file);
    await page.getByRole('button', { name: words.pages.mapping.use }).waitFor({ timeout: 120_000 });
    await useFile(page);
  });
  const shares = await page.evaluate(() => [...(globalThis as unknown as { __seen: Set<string> }).__seen]);
  expect(shares.filter((share) => share !== '').length).toBeGreaterThan(5);
  expect(found).toEqual([]);
});

test('an import that is stopped stops within a second, and the page stays awake', async () => {
  const before = await page.evaluate(() => window.regulars.report()?.all);
  const stop = page.getByRole('button', { name: words.ui.stop });
  const found = await freezes(async () => {
    await dropFile(page, file);
    await stop.waitFor();
    await page.waitForTimeout(300);
    const started = performance.now();
    await stop.click();
    await stop.waitFor({ state: 'detached' });
    expect(performance.now() - started).toBeLessThan(1200);
  });
  expect(await page.evaluate(() => window.regulars.report()?.all)).toEqual(before);
  expect(found).toEqual([]);
});

test('sabotage: a page that is kept busy for a quarter of a second is seen', async () => {
  await longTasks();
  await page.evaluate(() => {
    setTimeout(() => {
      const until = performance.now() + 250;
      while (performance.now() < until);
    });
  });
  expect((await longTasks()).filter((milliseconds) => milliseconds > LONGEST)).toHaveLength(1);
});
