import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { canaryFile, CANARY } from '../helpers/canaries';
import { savedLine as saved } from '../helpers/journey';
import { rawBytes } from '../helpers/raw-storage';

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

const said = words.storage;
const otherText = [
  'order_id,date,customer_id,amount',
  ...Array.from({ length: 30 }, (_, i) => `${i},2024-0${1 + (i % 9)}-05,c${i % 7},5.00`),
].join('\n');
const openFile = (page: Page, name: string, text: string) =>
  page.evaluate(
    async ([title, content]) => {
      await window.regulars.open([new File([content], title)], { history: 'complete' });
    },
    [name, text] as const,
  );
const rowsRead = (page: Page) => page.evaluate(() => window.regulars.report()?.rows_read ?? null);
const LONG = { timeout: 30_000 };

test('tabs hand over: by a click within a second, by themselves when the writer goes; what is open and unkept is kept then; deleting empties all', async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  const { page: first, context, server } = app;
  await openFile(first, 'canary-orders.csv', canaryFile().text);
  await saved(first).waitFor(LONG);
  const second = await context.newPage();
  await second.goto(server.url);
  await expect.poll(() => rowsRead(second), LONG).toBe(400);
  await second.getByText(said.otherTab).waitFor();
  await first.getByText(said.writesHere(1)).waitFor();

  const taking = await second.evaluate(async (label) => {
    const button = () => [...document.querySelectorAll('button')].find((one) => one.textContent === label);
    const started = performance.now();
    button()?.click();
    while (button()) await new Promise((resolve) => setTimeout(resolve, 10));
    return performance.now() - started;
  }, said.takeOver);
  expect(taking).toBeLessThan(1000);
  await first.getByText(said.otherTab).waitFor();

  // The first tab reads only now. What it opens is kept once the second goes, and is there after a reload.
  await openFile(first, 'other.csv', otherText);
  await first.getByText(said.openUnkept).waitFor();
  expect(await rawBytes(second)).toMatch(CANARY);
  await second.close();
  await saved(first).waitFor(LONG);
  expect(await rawBytes(first)).not.toMatch(CANARY);
  await first.reload();
  await expect.poll(() => rowsRead(first), LONG).toBe(30);

  const third = await context.newPage();
  await third.goto(`${server.url}#/trust`);
  await expect.poll(() => rowsRead(third), LONG).toBe(30);
  await third.getByRole('button', { name: words.pages.trust.delete, exact: true }).click();
  await third.getByText(words.pages.trust.asks.does[1]!).waitFor();
  expect(await rowsRead(first)).toBe(30);
  await third.getByRole('button', { name: words.pages.trust.asks.confirm }).click();
  await third.getByText(words.pages.trust.deleted).waitFor();
  await first.getByText(said.emptiedElsewhere).waitFor();
  expect([await rowsRead(first), await rowsRead(third)]).toEqual([null, null]);
  expect(await rawBytes(third)).not.toContain('other.csv');
});

test('what is cleared from outside while the page is open is said as that, and kept again on a word', async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  const { page, context, server } = app;
  await openFile(page, 'other.csv', otherText);
  await saved(page).waitFor(LONG);
  await page.evaluate(() => (location.hash = '#/trust'));
  await page.getByText(words.pages.trust.noCopy).waitFor();
  await page.getByText(/^The browser has (not )?promised/).waitFor();
  const session = await context.newCDPSession(page);
  const { origin } = new URL(server.url);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await page.getByText(said.cleared).waitFor();
  expect(await page.getByText(said.otherTab).count()).toBe(0);
  expect(await rawBytes(page)).not.toContain('other.csv');
  await page.getByRole('button', { name: said.keepAgain }).click();
  await saved(page).waitFor(LONG);
  expect(await rawBytes(page)).toContain('other.csv');
});
