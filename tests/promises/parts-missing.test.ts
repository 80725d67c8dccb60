import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openApp, sharedBrowser, type App } from '../helpers/browser';

/** Everything that index.html asks for before the app is there, but for its icons and the engine, which says itself what it lacks. */
const parts = () =>
  [
    ...readFileSync(path.join(root, 'dist/index.html'), 'utf8').matchAll(
      /(?:src|href)="\.\/([^"]+\.(?:js|css))"/g,
    ),
  ]
    .map(([, file = '']) => file)
    .filter((file) => !file.startsWith('workers/'));

const after: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of after.splice(0).reverse()) await step();
});

/** A first visit on which these parts do not arrive, until the network is mended. */
async function firstVisit(isMissing: (file: string) => boolean) {
  const server = await serve({ dir: path.join(root, 'dist'), base: '/', headers: true, extraHeaders: {} });
  after.push(() => server.close());
  const context = await (await sharedBrowser()).newContext({ serviceWorkers: 'block' });
  after.push(() => context.close());
  const page = await context.newPage();
  const gone = (url: URL) => isMissing(url.pathname.slice(1));
  await page.route(gone, (route) => route.abort());
  // The engine says itself when it is missing; without it a visit is short.
  await page.route(/\.wasm\.gz$/, (route) => route.abort());
  await page.goto(server.url, { waitUntil: 'commit' });
  return { page, mend: () => page.unroute(gone) };
}

const said = (page: Page) => page.getByText('a part of it did not arrive');
/** The sentence is in sight, and no app has taken its place. */
const isSaid = async (page: Page) => {
  const state = await page.waitForFunction(
    () => {
      const start = document.getElementById('start');
      if (!start) return 'app';
      return getComputedStyle(start).opacity === '1' ? 'said' : null;
    },
    null,
    { timeout: 30_000 },
  );
  if ((await state.jsonValue()) === 'app') return false;
  // Where the first module itself cannot run nothing marks the failure: the sentence comes by itself, and stays.
  if ((await page.locator('#start[data-failed]').count()) === 0) await page.waitForTimeout(2000);
  return (await page.locator('#start').count()) === 1;
};
const appIsThere = (page: Page) => page.locator('h1').first().waitFor({ timeout: 30_000 });

describe('a first visit', () => {
  let all: string[] = [];
  beforeAll(() => void (all = parts().filter((file) => file !== 'start.css')));

  test('on which any one part does not arrive says so', async () => {
    expect(all.length).toBeGreaterThan(10);
    // Four at a time, each in a browser profile of its own.
    const lanes = Array.from({ length: 4 }, (_, lane) => all.filter((_file, at) => at % 4 === lane));
    const opened: string[] = [];
    await Promise.all(
      lanes.map(async (files) => {
        for (const file of files) {
          const { page } = await firstVisit((one) => one === file);
          if (!(await isSaid(page))) opened.push(file);
          await page.context().close();
        }
      }),
    );
    expect(opened).toEqual([]);
  });

  test('without the style of the sentence opens all the same', async () => {
    const { page } = await firstVisit((file) => file === 'start.css');
    await appIsThere(page);
  });

  test('opens once the network is back', async () => {
    const { page, mend } = await firstVisit((file) => /^assets\/App-.*\.js$/.test(file));
    expect(await isSaid(page)).toBe(true);
    await mend();
    await page.getByRole('link', { name: 'Load the page again' }).click();
    await appIsThere(page);
  });

  test.each([
    ['all but the page itself', (file: string) => file !== ''],
    ['all but the first module', (file: string) => file !== '' && !/^assets\/index-.*\.js$/.test(file)],
    ['every style sheet', (file: string) => file.endsWith('.css')],
  ])('on which %s is missing says so', async (_what, isMissing) => {
    const { page } = await firstVisit(isMissing);
    expect(await isSaid(page)).toBe(true);
    await expect(said(page).isVisible()).resolves.toBe(true);
  });

  test('on which all arrives shows none of it, not even after a while', async () => {
    const { page } = await firstVisit(() => false);
    await appIsThere(page);
    expect(await page.locator('#start').count()).toBe(0);
  });
});

describe('a newer version put online under an open tab', () => {
  let app: App | undefined;
  afterEach(() => app?.close());
  const csv = [
    'order,customer,date,amount',
    ...['a', 'b', 'a', 'c', 'b', 'a'].map((who, at) => `${at},${who},2024-0${at + 1}-03,10`),
  ];
  const file = { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(csv.join('\n')) };

  async function withFile() {
    app = await openApp({ context: { serviceWorkers: 'block' } });
    const { page } = app;
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('button', { name: 'Looks right' }).click();
    await page.waitForURL(/#\/./);
    return page;
  }

  test('a page that is not there any more says so, and after a reload the same file is open', async () => {
    const page = await withFile();
    await page.route(/assets\/View-/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${page.url().split('#')[0]}#/rfm`);
    await page.getByText('a newer version has just been put online').waitFor();
    await page.getByText('What is open is kept in this browser').waitFor();
    await page.unroute(/assets\/View-/);
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.waitForFunction(() => window.regulars?.report()?.all.orders === 6);
  });

  test.each([
    ['the page that says what the columns mean', /assets\/Mapping-/, 1],
    ['the report', /assets\/Report-/, 3],
    ['what reads the first answer', /assets\/decode-/, 2],
    ['the sample shop', /assets\/shop-/, 0],
  ])(
    '%s, which comes with its first use, says so where it is not there any more',
    async (_what, part, steps) => {
      app = await openApp({ context: { serviceWorkers: 'block' } });
      const { page } = app;
      let asked = 0;
      await page.route(part, (route) => {
        asked += 1;
        return route.fulfill({ status: 404, body: '' });
      });
      if (steps === 0) await page.getByRole('button', { name: 'Open the sample shop' }).click();
      else await page.locator('input[type=file]').first().setInputFiles(file);
      if (steps > 1) await page.getByRole('button', { name: 'Looks right' }).click();
      if (steps > 2) {
        await page.waitForURL(/#\/home/);
        await page.evaluate(() => (location.hash = '#/data'));
      }
      await page.getByText('a newer version has just been put online').waitFor();
      expect(asked).toBeGreaterThan(0);
      await page.unroute(part);
      await page.getByRole('button', { name: 'Load the page again' }).click();
      await page.locator('h1').first().waitFor();
    },
  );

  test('a worker that is not there any more is no damaged file, and what has been used works without the server', async () => {
    const page = await withFile();
    await page.route(/workers\//, (route) => route.fulfill({ status: 404, body: '<h1>Not found</h1>' }));
    const outcome = await page.evaluate(async () => {
      const old = new File(['ID;PWXL;N;E\r\nC;Y1;X1;K"date"\r\nE\r\n'], 'next.slk');
      return window.regulars.open([old]).catch((error: { code: string }) => error.code);
    });
    expect(outcome).toBe('part-missing');
    expect(await page.evaluate(() => window.regulars.report()?.all.orders)).toBe(6);
    const next = await page.evaluate(async () => {
      const file = new File(
        ['order,customer,date,amount\n1,a,2024-01-03,10\n2,a,2024-02-03,10\n'],
        'next.csv',
      );
      return (await window.regulars.open([file])).all.orders;
    });
    expect(next).toBe(2);
  });
});
