import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { FIRST_PRODUCTS } from '../../src/sample/figures';
import { openApp, type App } from '../helpers/browser';
import { ambiguousDates, bad, upload } from './files';
import { give } from './journey';

/** No letter of these values is Latin: a Latin word on a page is none of the file's. */
const PRODUCTS = ['Чай', 'Кофе', 'Какао', 'Мёд', 'Сахар'];
const COUNTRIES = ['Россия', 'България', 'Србија'];
const HEADERS = ['Order ID', 'Order date', 'Customer', 'Country', 'Product', 'Quantity', 'Price', 'Status'];
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
    return [...cells, below(50) === 0 ? 'cancelled' : 'paid'].join(',');
  });
  return upload('продажи.csv', [HEADERS.join(','), ...rows].join('\n'));
}

/** Latin words that no language changes: headers and states of the file, names of files, and what stands for a unit. */
const NO_WORDS = new Set(
  [...HEADERS.flatMap((header) => header.split(' ')), 'cancelled', 'paid', 'csv', 'tsv', 'pdf', 'UTF'].map(
    (word) => word.toLowerCase(),
  ),
);
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

/**
 * What a person reads or hears: texts, names of parts, options. Not SQL, nor the tables and comments that document it; nor what Plot
 * calls the groups of a picture, which is one image with a name of ours.
 */
const texts = (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>([document.title]);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode())
      if (!node.parentElement?.closest('script, style, pre, code, textarea, #start, .sql table'))
        found.add(node.textContent?.trim() ?? '');
    for (const element of document.body.querySelectorAll(
      ':is([aria-label], [title], [placeholder], [alt]):not(svg g)',
    ))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        found.add(element.getAttribute(name)?.trim() ?? '');
    return [...found];
  });

/** Latin words without an accent: every letter of the pseudo-language has one. */
const unwrapped = (text: string): string[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_])[A-Za-z]{2,}(?![\p{L}_])/gu)]
    .map(([word]) => word)
    .filter((word) => !NO_WORDS.has(word.toLowerCase()));

let app: App | undefined;
afterEach(() => app?.close());

test('in the pseudo-language every page, refusal and dialog says nothing that is not in the catalogue, but for what is listed', async () => {
  app = await openApp();
  const { page } = app;
  await page.goto(`${app.server.url}?language=pseudo`);
  const lines: string[] = [];
  const look = async (place: string) => {
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 60_000 });
    const left = (await texts(page)).filter((text) => unwrapped(text).length > 0);
    lines.push(
      `## ${place}: ${left.length}`,
      ...left.toSorted().map((text) => `- ${text.replace(/\s+/g, ' ')}`),
      '',
    );
  };
  await page.locator('h1').waitFor();
  expect(await page.locator('h1').textContent()).toMatch(/^\[.*\]$/);
  await look('first page');
  for (const [name, file] of Object.entries(bad)) {
    await give(page, file);
    await page.locator('[role="alert"], .mapping').first().waitFor();
    await look(`refused: ${name}`);
    await page.goto(`${app.server.url}?language=pseudo&${name}`);
    await page.locator('h1').waitFor();
  }
  await give(page, ambiguousDates());
  await page.locator('.mapping').first().waitFor();
  await look('mapping with a question');
  await page.goto(`${app.server.url}?language=pseudo&mapping`);
  await give(page, shop());
  await page.locator('.mapping').first().waitFor();
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  await look('mapping');
  await page.locator('.mapping button.main').first().click();
  await page.waitForFunction(() => window.regulars.report() !== null, null, { timeout: 120_000 });
  for (const id of ['data', 'sql', 'how', 'how/bg-nbd', 'trust', ...analyses.keys(), 'customer/1001']) {
    await page.evaluate((to) => (location.hash = `#/${to}`), id);
    await page.locator('h1, [role="alert"]').first().waitFor();
    await page.waitForTimeout(800);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await look(id);
  }
  const all = lines.filter((line) => line.startsWith('- ')).length;
  const head = [
    '# Words that are not in the catalogue yet',
    '',
    'Written by `every-word.test.ts` (`-u`): the pseudo-language on every page. Mapping, report and refusals: sentences that the workers still say in English, to go to zero. `sql`: comments of tables, which document them in English. The name of an RFM group on the page of a customer.',
    '',
    `In all: ${all}`,
    '',
  ];
  await expect([...head, ...lines].join('\n')).toMatchFileSnapshot('unwrapped.md');
}, 600_000);
