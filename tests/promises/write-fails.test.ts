import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { download } from '../helpers/journey';
import { rawBytes } from '../helpers/raw-storage';

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

interface Failing {
  /** Which change of a store fails, counted from 1; 0 for none. */
  at: number;
  count: number;
}

/** From now on the k-th change of a store fails, as it does on a full disk. */
const failAt = (page: Page, at: number) =>
  page.evaluate((k) => {
    const { failing } = globalThis as unknown as { failing: Failing };
    Object.assign(failing, { at: k, count: 0 });
  }, at);

/** Whether the change that was to fail has been tried. */
const hasFailed = (page: Page) =>
  page.evaluate(() => {
    const { at, count } = (globalThis as unknown as { failing: Failing }).failing;
    return count >= at;
  });

async function open() {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  const { page } = app;
  await page.addInitScript(() => {
    const failing = { at: 0, count: 0 };
    Object.assign(globalThis, { failing });
    for (const kind of ['put', 'add', 'delete', 'clear'] as const) {
      const original = IDBObjectStore.prototype[kind] as (...all: unknown[]) => IDBRequest;
      IDBObjectStore.prototype[kind] = function (this: IDBObjectStore, ...all: unknown[]) {
        failing.count++;
        if (failing.count === failing.at) throw new DOMException('full', 'QuotaExceededError');
        return original.apply(this, all);
      } as never;
    }
  });
  await page.reload();
  await page.locator('h1').first().waitFor();
  return page;
}

const text = (who: string) =>
  [
    'Order ID,Order date,Email,Amount',
    ...Array.from({ length: 24 }, (_, i) => `${i},2024-0${1 + (i % 9)}-05,${who}${i % 6}@example.com,5.00`),
  ].join('\n');
const openFile = (page: Page, name: string) =>
  page.evaluate(
    async ([title, content]) => {
      await window.regulars.open([new File([content], title)], { history: 'complete' });
    },
    [name, text(name.slice(0, -4))] as const,
  );
const saved = (page: Page) =>
  page.getByRole('region', { name: words.ui.trust.label }).getByText(words.storage.standing.kept);
const LONG = { timeout: 30_000 };

test('whichever write fails while a file is kept: the size is said, the file before opens, and the open one can be saved', async () => {
  const page = await open();
  await openFile(page, 'first.csv');
  await saved(page).waitFor(LONG);
  let fails = 0;
  for (;;) {
    const name = `next${fails}.csv`;
    await failAt(page, fails + 1);
    await openFile(page, name);
    const problem = page.getByText(words.storage.noSpace(name, text(name.slice(0, -4)).length)).first();
    await problem.or(saved(page)).first().waitFor(LONG);
    if (await saved(page).isVisible()) break;
    fails++;
    const raw = await rawBytes(page);
    expect(raw).toContain('"name":"first.csv"');
    expect(raw).toContain('first5@example.com');
    expect(raw).not.toContain(`"name":"${name}"`);
  }
  // Bytes, recipe, pointer, and the two deletions.
  expect(fails).toBe(5);
  await failAt(page, 1);
  await openFile(page, 'last.csv');
  await page
    .getByText(/to keep “last\.csv”/)
    .first()
    .waitFor(LONG);
  await page.evaluate(() => (location.hash = '#/trust'));
  const copy = page.getByRole('button', { name: words.pages.trust.saveCopy });
  expect(await download(page, () => copy.click())).toBe(text('last'));
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => window.regulars.report()?.files[0]?.name), LONG)
    .toBe(`next${fails}.csv`);
});

test('whichever write fails while a customer is forgotten: they are wholly there, and it is said; then wholly gone', async () => {
  const page = await open();
  await openFile(page, 'shop.csv');
  await saved(page).waitFor(LONG);
  const customers = () => page.evaluate(() => window.regulars.report()?.identified.customers);
  await page.evaluate(() => (location.hash = '#/customer/shop3%40example.com'));
  let fails = 0;
  for (; fails < 12; fails++) {
    await page.getByRole('button', { name: words.forget.button }).click();
    await failAt(page, fails + 1);
    await page.getByRole('button', { name: words.forget.confirm }).click();
    // The sentence of the attempt before may still be there: what ended this one is told by the writes.
    const isOver = () => page.locator('a[href="#/data"][aria-current]').first().isVisible();
    await expect.poll(async () => (await hasFailed(page)) || (await isOver()), LONG).toBe(true);
    if (!(await hasFailed(page))) break;
    await page.getByRole('alert').first().waitFor(LONG);
    await expect.poll(customers, LONG).toBe(6);
    const raw = await rawBytes(page);
    expect(raw).toContain('shop3@example.com');
    expect(raw).not.toContain('hashes');
  }
  expect(fails).toBeGreaterThanOrEqual(6);
  expect(await customers()).toBe(5);
  const raw = await rawBytes(page);
  expect(raw).not.toContain('shop3');
  expect(raw).toContain('hashes');
});
