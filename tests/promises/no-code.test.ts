import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { seen, watchForCode } from '../helpers/code-watch';
import { countOf } from '../helpers/counts';
import { dropFile, openSqlPage, runAllOnSqlPage, runOnSqlPage, useFile } from '../helpers/journey';
import { hostileHeaders, hostileOrders, hostileSheets } from '../helpers/hostile-files';
import { KINDS, PAYLOADS } from '../helpers/payloads';

let app: App;
beforeAll(async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  await app.context.addInitScript(watchForCode);
  await app.page.reload();
});
afterAll(() => app.close());

const mapped = (page: Page) => page.getByRole('button', { name: words.pages.mapping.use }).waitFor();
const leaveMapping = async (page: Page) => {
  await page.getByRole('button', { name: words.pages.mapping.back }).click();
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
};
/** All payloads as a name of a file: separated, so that each stands there whole. */
const LONG_NAME = `${PAYLOADS.join(' ')}.csv`;

describe('304 texts that would run, in every place where a text of a person’s is shown', () => {
  test('there are over 300, each another', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(300);
  });

  test('file names: the sentence about a file that is empty shows them letter by letter', async () => {
    await dropFile(app.page, { name: LONG_NAME, text: '' });
    await app.page.getByRole('alert').waitFor();
    expect((await seen(app.page, '[role=alert]', true)).size).toBe(PAYLOADS.length);
  });

  test('headers: the mapping page names every column', async () => {
    await dropFile(app.page, { name: 'headers.csv', text: hostileHeaders() });
    await mapped(app.page);
    expect((await seen(app.page, 'main', true)).size).toBe(PAYLOADS.length);
    await leaveMapping(app.page);
  });

  test('sheets: every one is named', async () => {
    // Each sheet becomes a table of the engine, which takes its time: one of each kind here, all of them in `npm run soak`.
    for (let from = 0; from < countOf({ short: KINDS, whole: PAYLOADS.length }); from += KINDS) {
      const names = PAYLOADS.slice(from, from + KINDS);
      await dropFile(app.page, { name: 'sheets.xlsx', text: hostileSheets(names) });
      await mapped(app.page);
      const found = await seen(app.page, 'main', true);
      expect(names.filter((payload) => !found.has(payload))).toEqual([]);
      await leaveMapping(app.page);
    }
  });

  test('SQL: values, names of columns and sentences of the engine', async () => {
    await dropFile(app.page, { name: 'orders.csv', text: hostileOrders() });
    await useFile(app.page);
    await openSqlPage(app.page);
    const named = PAYLOADS.map((payload) => `1 as "${payload.replaceAll('"', '""')}"`).join(', ');
    expect(await runOnSqlPage(app.page, `select ${named}`)).toBeNull();
    await expect
      .poll(async () => (await seen(app.page, '.answer thead', true)).size, { timeout: 10_000 })
      .toBe(PAYLOADS.length);
    for (let from = 0; from < PAYLOADS.length; from += 20) {
      const few = PAYLOADS.slice(from, from + 20);
      const asked = few.map((payload) => `'${payload.replaceAll("'", "''")}'`).join(', ');
      expect(await runOnSqlPage(app.page, `select unnest([${asked}]) as value`)).toBeNull();
      const found = await seen(app.page, '.answer tbody');
      expect(few.filter((payload) => !found.has(payload))).toEqual([]);
    }
    const unknown = PAYLOADS.map((payload) => `select error('${payload.replaceAll("'", "''")}')`);
    const said = await runAllOnSqlPage(app.page, unknown);
    expect(PAYLOADS.filter((payload, i) => !said[i]!.includes(payload))).toEqual([]);
  });

  test('customers: the title of the page and its heading, and a note about one', async () => {
    // Each asks the engine six questions: every ninth text, so that nearly each kind is among them.
    const keys = PAYLOADS.filter((_, i) => i % 9 === 0);
    const titles = await app.page.evaluate(async (asked) => {
      const found: string[] = [];
      for (const key of asked) {
        location.hash = `#/customer/${encodeURIComponent(key)}`;
        for (let i = 0; i < 2000 && !document.title.startsWith(key.slice(0, 40)); i++)
          await new Promise((resolve) => setTimeout(resolve, 5));
        found.push(document.title);
      }
      return found;
    }, keys);
    expect(keys.filter((key, i) => !titles[i]!.startsWith(key.slice(0, 59)))).toEqual([]);
    const note = app.page.getByLabel(words.people.page.note, { exact: true });
    await note.waitFor({ timeout: 60_000 });
    for (let from = 0; from < PAYLOADS.length; from += 19) {
      const few = PAYLOADS.slice(from, from + 19);
      await note.fill(few.join(' '));
      await note.blur();
      const found = await seen(app.page, 'main', true);
      expect(few.filter((payload) => !found.has(payload))).toEqual([]);
    }
  });

  test('every question and the report: products, customers and places in tables, axes, legends and tips', async () => {
    const { page } = app;
    const asked = await page.evaluate(() =>
      window.regulars.analyses().map(({ id, title }) => ({ path: id, title })),
    );
    const found = new Set<string>();
    for (const { path, title } of [{ path: 'data', title: words.pages.titles.data }, ...asked]) {
      await page.evaluate((hash) => (location.hash = hash), `#/${path}`);
      // Questions that this small shop has no answer to say so in words.
      await page
        .waitForFunction(
          ([name, loading]) =>
            document.title.startsWith(name) &&
            document.querySelector('main figure[aria-busy=true], main progress') === null &&
            !document.querySelector('main')!.innerText.includes(loading),
          [title, words.pages.loadingView] as const,
          { timeout: 15_000 },
        )
        .catch(() => undefined);
      for (const picture of await page.locator('[role=application]').all()) {
        await picture.focus().catch(() => undefined);
        for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
      }
      for (const payload of await seen(page, 'main', true)) found.add(payload);
    }
    // Lists show their first rows, and pictures the largest few: no-code-pictures.test.ts goes through all rows.
    const kinds = new Set([...found].map((payload) => PAYLOADS.indexOf(payload) % KINDS));
    expect(kinds.size).toBeGreaterThan(30);
  }, 300_000);

  test('nothing ran, nothing asked, no attribute and no address became code', async () => {
    await app.settle();
    const { ran, made } = await app.page.evaluate(() => ({ ran: window.__ran, made: window.__made }));
    expect({ ran, made, dialogs: app.dialogs, foreign: app.foreign }).toEqual({
      ran: [],
      made: [],
      dialogs: [],
      foreign: [],
    });
    expect({ violations: app.violations, errors: app.errors }).toEqual({ violations: [], errors: [] });
  });

  test('sabotage: a handler, an address and a text that lost its marks are seen', async () => {
    const { page } = app;
    await openSqlPage(page);
    await runOnSqlPage(page, "select '<b>tea</b>' as value");
    await page.evaluate(() => {
      const image = document.createElement('img');
      // Trusted Types refuse a handler that the browser knows.
      image.setAttribute('onplanted', '__pwn(1)');
      const link = document.createElement('a');
      link.setAttribute('href', ['javascript', '__pwn(2)'].join(':'));
      document.body.append(image, link);
      (window as unknown as { __pwn(n: number): void }).__pwn(3);
    });
    await expect.poll(() => page.evaluate(() => window.__made.length)).toBe(2);
    expect(await page.evaluate(() => window.__ran)).toEqual([3]);
    const texts = () => page.evaluate(() => window.__texts('.answer tbody'));
    expect(await texts()).toContain('<b>tea</b>');
    await page.evaluate(() => {
      const [value] = document.querySelectorAll('.answer tbody bdi');
      value!.textContent = value!.textContent!.replace(/<[^>]*>/g, '');
      for (const one of document.querySelectorAll('.answer tbody [title]')) one.removeAttribute('title');
    });
    expect(await texts()).not.toContain('<b>tea</b>');
  });
});
