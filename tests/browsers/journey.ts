import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { words } from '../../src/i18n/words';
import type { Driver } from './driver';
import { badFiles, csv, large, parquet, ragged, xlsx } from './files';
import { Tab } from './tab';

export interface Journey {
  start: (folder: string) => Promise<Driver>;
  /** The browser's own files last beyond its end, so that it can be started again on them. */
  restarts: boolean;
}

/** One way through the product, a test a step: each goes on where the one before has ended. */
export function journey({ start, restarts }: Journey): void {
  let folder: string;
  let server: Awaited<ReturnType<typeof serve>>;
  let tab: Tab;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'regulars-browsers-'));
    server = await serve({ dir: path.join(root, 'dist') });
    tab = new Tab(await start(folder), folder);
    await tab.driver.go(server.url);
  });
  afterAll(async () => {
    await tab?.driver.end();
    await server?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  afterEach(async () => {
    expect(await tab.text()).not.toContain(words.ui.uncaught('').slice(0, 30));
  });

  const rowsRead = () => tab.evaluate(() => window.regulars.report()?.rows_read ?? null);
  const fileNames = () => tab.evaluate(() => window.regulars.report()?.files.map(({ name }) => name) ?? []);
  /** From a file to its report, by the button that a person presses. */
  const use = async () => {
    await tab.press(words.pages.mapping.use);
    await tab.until('the figures', () => location.hash === '#/home');
    await tab.evaluate(() => (location.hash = '#/data'));
    await tab.says('From the file to our number');
  };
  const heatmap = () =>
    tab.until('the heatmap', () => document.querySelector('[role=application] svg') !== null);
  const another = () => tab.press(words.pages.nav.another);

  test('the first page is there, and the engine starts', async () => {
    await tab.ready();
    await tab.says(words.ui.drop.title);
  });

  test('the sample shop is one click from the first page to its figures, and one to the heatmap', async () => {
    await tab.press(words.pages.first.sample);
    await tab.until('the figures', () => location.hash === '#/home');
    await tab.evaluate(() => (location.hash = '#/back'));
    await heatmap();
    expect(await rowsRead()).toBeGreaterThan(35_000);
    expect(await tab.text()).toContain('1,073 of 6,407');
  });

  test('a CSV through the file button: each row is in the report', async () => {
    await another();
    await tab.choose(csv());
    await use();
    await tab.says('60 rows read = 60 used + 0 set aside.');
    expect(await tab.problems()).toEqual([]);
  });

  test('a file that cannot be used is refused with its place, and what was open still answers', async () => {
    await another();
    await tab.drop(ragged());
    await tab.until('a refusal', () => document.querySelector('[role=alert]') !== null);
    const [said = ''] = await tab.problems();
    expect(said).toMatch(/ragged\.csv.*line 4\b.*6 cells where 4 were expected/);
    expect(said.match(/\bline \d+/g)).toEqual(said.match(/\bline 4\b/g));
    const { rows } = await tab.evaluate(() => window.regulars.sql('select count(*) as n from orders'));
    expect(rows).toEqual([{ n: 60 }]);
  });

  test('a workbook is dropped and opens', async () => {
    await tab.drop(await xlsx());
    await use();
    expect(new Set(await fileNames())).toEqual(new Set(['till.xlsx']));
    // The lines below the first of each of its three sheets.
    expect(await rowsRead()).toBe(1 + 60 + 12);
  });

  test('a Parquet file, packed by Snappy, opens, and its question is answered in a picture', async () => {
    await another();
    await tab.choose(await parquet());
    await use();
    expect(await rowsRead()).toBe(80);
    await tab.press(words.pages.nav.places.back);
    await heatmap();
  });

  test('no bad file is refused in silence', async () => {
    const silent: string[] = [];
    for (const file of await badFiles()) {
      await tab.evaluate(() => {
        for (const one of document.querySelectorAll('[role=alert] button')) (one as HTMLElement).click();
      });
      await tab.drop(file);
      // A question is an answer too: "which column holds the date?".
      const answer = await tab
        .until(
          'an answer',
          (name) => {
            const said = [...document.querySelectorAll<HTMLElement>('[role=alert], h1')];
            return said.map((one) => one.innerText).find((text) => text.includes(name)) ?? '';
          },
          file.name,
        )
        .catch(() => '');
      if (answer.trim().length <= file.name.length) silent.push(file.name);
    }
    expect(silent).toEqual([]);
    await tab.evaluate(() => {
      for (const one of document.querySelectorAll('[role=alert] button')) (one as HTMLElement).click();
    });
    expect(await rowsRead()).toBe(80);
  });

  test('Stop ends a long reading, and what was open still answers', async () => {
    await tab.evaluate((text) => {
      const files = [new File([text], 'large.csv')];
      Object.assign(window, {
        opening: window.regulars.open(files).then(
          () => 'opened',
          (error: { code: string }) => error.code,
        ),
      });
    }, large(60_000));
    await tab.press(words.ui.stop);
    const ended = await tab.evaluate(() => (window as unknown as { opening: Promise<string> }).opening);
    expect(ended).toBe('cancelled');
    const { rows } = await tab.evaluate(() => window.regulars.sql('select count(*) as n from orders'));
    expect(rows).toEqual([{ n: 80 }]);
    expect(await tab.problems()).toEqual([]);
  });

  test('after a reload the file is there again', async () => {
    expect(await tab.text()).not.toContain('could not be kept');
    await tab.reload();
    await tab.until('the kept file', () => window.regulars.report() !== null);
    expect([await fileNames(), await rowsRead()]).toEqual([['orders.parquet'], 80]);
  });

  test('with the server stopped, the page and the file come back', async () => {
    await tab.until('the store of the page', () => navigator.serviceWorker.controller?.state === 'activated');
    await server.close();
    await tab.reload();
    await tab.until('the kept file', () => window.regulars.report() !== null);
    await tab.evaluate(() => (location.hash = '#/cohort-retention'));
    await heatmap();
    expect(await rowsRead()).toBe(80);
  });

  if (!restarts) return;
  test('the browser is ended and started again, still without the server: the file is there', async () => {
    await tab.driver.end();
    tab = new Tab(await start(folder), folder);
    await tab.driver.go(server.url);
    await tab.ready();
    await tab.until('the kept file', () => window.regulars.report() !== null);
    expect([await fileNames(), await rowsRead()]).toEqual([['orders.parquet'], 80]);
  });
}
