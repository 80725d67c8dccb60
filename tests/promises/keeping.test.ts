import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { canaryFile, CANARY } from '../helpers/canaries';
import { dropFile, useFile } from '../helpers/journey';
import { rawBytes } from '../helpers/raw-storage';

let app: App | undefined;
const open = async () => (app = await openApp({ context: { serviceWorkers: 'block' } }));
afterEach(async () => {
  await app?.close();
  app = undefined;
});

const report = (page: Page) => page.evaluate(() => window.regulars.report());
const isOpen = (page: Page) => page.waitForFunction(() => Boolean(window.regulars?.report()));

const kept = (page: Page, word: RegExp) =>
  expect.poll(() => rawBytes(page), { timeout: 20_000 }).toMatch(word);

test('a reload brings the file back with the same report and the same choices', async () => {
  const { page } = await open();
  const { name, text } = canaryFile();
  await page.evaluate(
    ([title, content]) =>
      window.regulars.open([new File([content], title)], {
        history: 'complete',
        valid: { zero_net: 'keep' },
      }),
    [name, text] as const,
  );
  const before = await report(page);
  await kept(page, CANARY);
  await page.reload();
  await isOpen(page);
  const after = await report(page);
  expect(after?.choices).toMatchObject({ history: 'complete', valid: { zero_net: 'keep' } });
  expect(after).toEqual(before);
});

test('“delete everything” leaves no byte of the file in the browser', async () => {
  const { page } = await open();
  await dropFile(page, canaryFile());
  await useFile(page);
  await kept(page, CANARY);
  await page.locator('a[href="#/trust"]').first().click();
  await page.getByRole('button', { name: words.pages.trust.delete, exact: true }).click();
  await page.getByRole('button', { name: words.pages.trust.asks.confirm }).click();
  await page.getByText(words.pages.trust.deleted).waitFor();
  expect(await rawBytes(page)).not.toMatch(CANARY);
  await page.reload();
  await page.getByText(words.pages.trust.keptNothing).waitFor();
  await page.waitForTimeout(500);
  expect(await report(page)).toBeNull();
});

test('a file too large for the disk is said with its size; it stays open, and the one before still comes back', async () => {
  const { context: other, server } = await open();
  // In a profile that has not stored anything yet: the browser remembers for a while how much room it once saw.
  const context = await other.browser()!.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(server.url).origin,
    quotaSize: 3_000_000,
  });
  await page.goto(server.url);
  await dropFile(page, canaryFile());
  await useFile(page);
  await kept(page, CANARY);
  const before = await report(page);
  const large = canaryFile(60_000, 900);
  await dropFile(page, { name: 'large.csv', text: large.text });
  await useFile(page);
  const size = Math.ceil(Buffer.byteLength(large.text) / 1_000_000);
  await page
    .getByText(words.storage.noSpace('large.csv', Buffer.byteLength(large.text)))
    .first()
    .waitFor();
  expect(words.storage.noSpace('large.csv', Buffer.byteLength(large.text))).toContain(`${size} MB`);
  expect((await report(page))?.rows_read).toBe(60_000);
  await page.reload();
  await isOpen(page);
  expect(await report(page)).toEqual(before);
  await context.close();
});

test('of two tabs the second reads only, says so, and what it opens does not replace what is kept', async () => {
  const { page, context, server } = await open();
  await dropFile(page, canaryFile());
  await useFile(page);
  await kept(page, CANARY);
  const second = await context.newPage();
  await second.goto(server.url);
  await isOpen(second);
  const rows = Array.from({ length: 30 }, (_, i) => `${i},2024-0${1 + (i % 9)}-05,c${i % 7},5.00`);
  await dropFile(second, {
    name: 'other.csv',
    text: ['order_id,date,customer_id,amount', ...rows].join('\n'),
  });
  await useFile(second);
  await second.getByText(words.storage.otherTab).first().waitFor();
  const raw = await rawBytes(page);
  expect(raw).toMatch(CANARY);
  expect(raw).not.toContain('other.csv');
});
