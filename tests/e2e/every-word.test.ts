import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { words } from '../../src/i18n/words';
import { accented } from '../../src/i18n/pseudo/accented';
import { FIRST_PRODUCTS } from '../../src/sample/figures';
import { openApp, type App } from '../helpers/browser';
import { ambiguousDates, bad, upload, type Upload } from './files';
import { give } from './journey';

/** No letter of these values is Latin: a Latin word on a page is none of the file's. Headers are known by the underscore. */
const PRODUCTS = ['Чай', 'Кофе', 'Какао', 'Мёд', 'Сахар'];
const COUNTRIES = ['Россия', 'България', 'Србија'];
const HEADERS = 'order_id,order_date,customer_id,country_,product_,quantity_,unit_price,order_status';
const DAY_MS = 86_400_000;

/** Two years of a shop in which most come back now and then: every question has something to say. */
function shop() {
  let seed = 7;
  const below = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  const rows = Array.from({ length: 2500 }, (_, order) => {
    const day = new Date(Date.UTC(2023, 0, 1) + below(730) * DAY_MS).toISOString().slice(0, 10);
    const customer = 1000 + Math.min(below(500), below(500));
    const price = `${below(40) + 2}.50`;
    const cells = [order + 1, day, customer, COUNTRIES[below(3)], PRODUCTS[below(5)], below(3) + 1, price];
    return [...cells, below(50) === 0 ? 'отменён' : 'оплачен'].join(',');
  });
  return upload('продажи.csv', [HEADERS, ...rows].join('\n'));
}

/** A file of other tests, with no Latin word in its name, its headers and its cells. */
const foreign = ({ mimeType, buffer }: Upload, name: string): Upload => ({
  ...{ name, mimeType },
  buffer: Buffer.from(
    buffer
      .toString('latin1')
      .replace('Order date,Order ID,Customer ID,Amount', 'order_date,order_id,customer_id,total_amount')
      .replace(/week (?=\d)/g, '№ '),
    'latin1',
  ),
});

/** Latin words that no language changes: endings of files, names of what they are in, and how the locale joins a list. */
const NO_WORDS = new Set(['csv', 'tsv', 'pdf', 'utf', 'und']);
/** Months and days as the locale of the pseudo-language writes them. */
const months = ['long', 'short'] as const;
for (const month of months)
  for (let at = 0; at < 12; at++)
    NO_WORDS.add(
      new Intl.DateTimeFormat('de-DE', { month })
        .format(new Date(2001, at, 1))
        .replace('.', '')
        .toLowerCase(),
    );
for (const short of ['tsd', 'mio', 'mrd', 'sept', 'sql']) NO_WORDS.add(short);
// The first page shows figures of the sample shop by its products.
for (const word of FIRST_PRODUCTS.flatMap(({ product }) => product.split(/\W+/)))
  NO_WORDS.add(word.toLowerCase());

/** The answer and the tables of the SQL page are SQL, and the comments that document it. */
const SQL = '.sql :is(td, th)';

/**
 * What a person reads or hears: texts, names of parts, options. Not SQL; nor what Plot calls the groups of a picture, which is one image
 * with a name of ours.
 */
const texts = (page: Page) =>
  page.evaluate((sql) => {
    const found = new Set<string>([document.title]);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode())
      if (!node.parentElement?.closest(`script, style, pre, code, textarea, #start, ${sql}`))
        found.add(node.textContent?.trim() ?? '');
    const names = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];
    for (const element of document.body.querySelectorAll(names.map((name) => `[${name}]`).join(', ')))
      if (!element.matches('svg g') && !element.closest(sql))
        for (const name of names) found.add(element.getAttribute(name)?.trim() ?? '');
    return [...found];
  }, SQL);

/** Latin words without an accent: every letter of the pseudo-language has one. */
const unwrapped = (text: string): string[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_])[A-Za-z]{2,}(?![\p{L}_])/gu)]
    .map(([word]) => word)
    .filter((word) => !NO_WORDS.has(word.toLowerCase()));

/** Nothing is on its way, and nothing has changed for a while. */
const stillness = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const isBusy = () => document.querySelector('[aria-busy="true"], progress') !== null;
        let timer = 0;
        const again = () => {
          clearTimeout(timer);
          timer = window.setTimeout(() => {
            if (isBusy()) return again();
            changes.disconnect();
            resolve();
          }, 300);
        };
        const changes = new MutationObserver(again);
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
        again();
      }),
  );

let app: App | undefined;
afterEach(() => app?.close());

test('in the pseudo-language every page, refusal and picture says nothing that is not in the catalogue', async () => {
  app = await openApp();
  const { page } = app;
  await page.goto(`${app.server.url}?language=pseudo`);
  const found: string[] = [];
  const seen: Record<string, number> = {};
  const look = async (place: string) => {
    await stillness(page);
    const all = await texts(page);
    seen[place] = all.length;
    found.push(...all.filter((text) => unwrapped(text).length > 0).map((text) => `${place}: ${text}`));
  };
  const go = async (path: string) => {
    await page.evaluate((to) => (location.hash = `#/${to}`), path);
    await page.locator('h1, [role="alert"]').first().waitFor();
    await stillness(page);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await look(path);
  };
  await page.locator('h1').waitFor();
  expect(await page.locator('h1').textContent()).toMatch(/^\[.*\]$/);
  await look('first page');
  for (const [kind, file] of Object.entries({ ...bad, ambiguous: ambiguousDates() })) {
    const name = `${kind}_.csv`;
    await give(page, foreign(file, name));
    await page.locator('[role="alert"], .mapping').filter({ hasText: name }).first().waitFor();
    await look(kind);
    const back = page.locator('.mapping button', { hasText: accented(words.pages.mapping.back) });
    if (await back.isVisible()) await back.click();
  }
  await give(page, shop());
  await page.locator('.mapping').filter({ hasText: 'продажи.csv' }).first().waitFor();
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  await look('mapping');
  await page.locator('.mapping button.main').first().click();
  await page.waitForFunction(() => window.regulars.report() !== null, null, { timeout: 120_000 });
  for (const path of ['data', 'home', 'how', 'how/bg-nbd', 'trust', 'customer/1001']) await go(path);
  await go('sql');
  await page.locator('.sql button.main').click();
  await page.locator('.sql .answer').waitFor();
  await look('sql, answered');
  for (const id of analyses.keys()) {
    await go(id);
    const picture = page.locator('figure [role="application"]').first();
    if ((await picture.count()) === 0) continue;
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    await look(`${id}, its picture`);
  }
  expect(found).toEqual([]);
  // A page that did not open would have nothing to find.
  for (const [place, count] of Object.entries(seen)) expect([place, count > 15]).toEqual([place, true]);
}, 600_000);
