import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shown } from '../../src/i18n/shown';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { watchForCode } from '../helpers/code-watch';
import { hostileOrders } from '../helpers/hostile-files';
import { chooseSave, download, showMore } from '../helpers/journey';
import { PAYLOADS } from '../helpers/payloads';

/**
 * No text that would run becomes code: as the name of a row, a line, a tip, a spoken sentence, a table or a
 * saved file.
 */

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  ({ page } = app);
  await app.context.addInitScript(watchForCode);
  await page.reload();
  await page.waitForFunction(() => 'regulars' in window);
  await page.evaluate(
    async (text) => {
      await window.regulars.open([new File([text], 'orders.csv')], { history: 'complete' });
    },
    hostileOrders({ products: 20, neighbours: 5 }),
  );
});
afterAll(() => app.close());

/** Payloads that no text holds as a label of so many characters shows them. */
const missing = (texts: readonly string[], longest = 1000): string[] => {
  const whole = texts.join('\n');
  return PAYLOADS.filter((payload) => !whole.includes(shown(payload, longest)));
};

const unescaped = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const go = async (path: string) => {
  await page.evaluate((hash) => (location.hash = hash), `#/${path}`);
  await page.locator('main figure:not([aria-busy=true])').first().waitFor();
};
const choose = async (label: string, option: string) => {
  await page.getByLabel(label, { exact: true }).selectOption({ label: option });
  await page
    .locator('main figure[aria-busy=true]')
    .first()
    .waitFor({ timeout: 500 })
    .catch(() => undefined);
  await page.locator('main figure:not([aria-busy=true])').first().waitFor();
};
/** All rows of a long table: it draws those in sight. */
const throughTables = (within: string) =>
  page.evaluate(async (where) => {
    const found = new Set<string>();
    for (const box of document.querySelectorAll(`${where} .scroll:has(table)`))
      for (let top = 0; top <= box.scrollHeight; top += 300) {
        box.scrollTop = top;
        // Rows that come into sight are drawn a frame after the frame that scrolls.
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        for (const text of window.__texts(`${where} tbody`)) found.add(text);
      }
    return [...found];
  }, within);

/** Down through all rows of a picture: titles of its tips, and what is spoken. */
const walkDown = (where: string) =>
  page.evaluate(async (picture) => {
    const walked = document.querySelector<HTMLElement>(picture)!;
    const figure = walked.closest('figure')!;
    walked.focus();
    const [tips, spoken]: [string[], string[]] = [[], []];
    for (let i = 0; i < 320; i++) {
      // Where the walk begins is spoken once it is come back to.
      const key = i === 1 ? 'ArrowUp' : 'ArrowDown';
      walked.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      tips.push(figure.querySelector('.tip strong')?.textContent ?? '');
      spoken.push(figure.querySelector('[aria-live]')?.textContent ?? '');
    }
    return { tips, spoken };
  }, where);

/**
 * A label is compared as it is cut: 24 to 60 characters stand in a picture, and the table beside it has the text whole. Out of reach of all
 * 304 are the names of bars (fifteen a picture) and of what flows, and the values of a list (the 200 largest): one of each kind of sink is
 * reached by those there are. What a person writes has no other name here: queries are not named, and columns of one's own are none.
 */
describe('304 texts that would run, as rows of pictures and lists and in what is saved', () => {
  test('heads of rows, their names for who listens, the tip and what is spoken', async () => {
    await go('cohort-retention');
    await showMore(page);
    await choose(words.cohorts.rows, words.cohorts.attributes.country!);
    await expect.poll(() => page.locator('.heatmap .rows .row').count()).toBeGreaterThan(PAYLOADS.length);
    expect(missing(await page.evaluate(() => window.__texts('.heatmap .rows')), 60)).toEqual([]);
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('.heatmap input')].map((one) => one.getAttribute('aria-label') ?? ''),
    );
    expect(missing(names, 60)).toEqual([]);
    const { tips, spoken } = await walkDown('.heatmap [role=application]');
    expect({ tips: missing(tips, 60), spoken: missing(spoken, 60) }).toEqual({ tips: [], spoken: [] });
  });

  test('the picture that is saved, the table beside it, and its CSV', async () => {
    const figure = page.locator('main figure').first();
    const press = (name: string) => () => figure.getByRole('button', { name, exact: true }).click();
    const svg = await download(page, () => chooseSave(figure, words.charts.savePicture));
    expect(missing([unescaped(svg)], 40)).toEqual([]);
    const csv = await download(page, () => chooseSave(figure, words.charts.saveTable));
    expect(missing([csv.replaceAll('""', '"')])).toEqual([]);
    await press(words.charts.table)();
    expect(missing(await throughTables('main figure'))).toEqual([]);
    await press(words.charts.table)();
  });

  test('lines: their names beside them, as far as there is room, the tip and what is spoken', async () => {
    const drawn = await page.evaluate(async (few) => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('.heatmap input')];
      const found: string[] = [];
      for (let from = 0; from < boxes.length; from += few) {
        const before = document.querySelector('.lines svg');
        for (const [at, box] of boxes.entries())
          if (box.checked !== (at >= from && at < from + few)) box.click();
        // Drawn in a task of its own.
        for (let i = 0; i < 200 && document.querySelector('.lines svg') === before; i++)
          await new Promise((resolve) => setTimeout(resolve, 5));
        for (const text of document.querySelectorAll('.lines svg text')) found.push(text.textContent);
      }
      return found;
    }, 5);
    const begins = drawn.filter((text) => text.length >= 6).map((text) => text.replace(/…$/, ''));
    const isNamed = (payload: string) => begins.some((begin) => payload.startsWith(begin));
    expect(PAYLOADS.filter((payload) => !isNamed(payload))).toEqual([]);

    await page.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLInputElement>('.heatmap input'))
        if (!box.checked) box.click();
    });
    await page.getByLabel(words.charts.curves('305')).waitFor();
    const { tips, spoken } = await walkDown('.lines [role=application]');
    expect({ tips: missing(tips, 60), spoken: missing(spoken, 60) }).toEqual({ tips: [], spoken: [] });
  });

  test('segments: the values that can be chosen', async () => {
    await choose(words.cohorts.rows, words.cohorts.startPeriod);
    const found: string[] = [];
    for (const by of ['country', 'product'] as const) {
      await choose(words.cohorts.split, words.cohorts.attributes[by]!);
      const options = page.getByLabel(words.cohorts.showSegment, { exact: true }).locator('option');
      await expect.poll(() => options.count()).toBe(200);
      found.push(...(await options.allTextContents()));
    }
    // A list offers the 200 largest; the two together hold two thirds.
    expect(missing(found).length).toBeLessThan(PAYLOADS.length * 0.4);
  });

  test('tables of products and of customers, and the names of bars', async () => {
    await go('products');
    const names = await page.locator('main figure svg text').allTextContents();
    const isCut = (text: string) => PAYLOADS.some((payload) => shown(payload, 26) === text);
    expect(names.filter(isCut).length).toBe(15);
    for (const path of ['products', 'clv']) {
      await go(path);
      const table = page.getByRole('button', { name: words.charts.table, exact: true }).first();
      await table.click({ timeout: 30_000 });
      await page.locator('main .scroll table').first().waitFor();
      // A spreadsheet marks a text by an apostrophe in front, which is no part of a customer's key.
      const keys = (await throughTables('main')).flatMap((text) => [text, `'${text}`]);
      expect(missing(keys)).toEqual([]);
    }
  });

  test('nothing ran', async () => {
    await app.settle();
    const { ran, made } = await page.evaluate(() => ({ ran: window.__ran, made: window.__made }));
    expect({ ran, made, dialogs: app.dialogs, foreign: app.foreign }).toEqual({
      ran: [],
      made: [],
      dialogs: [],
      foreign: [],
    });
    expect({ violations: app.violations, errors: app.errors }).toEqual({ violations: [], errors: [] });
  });
});
