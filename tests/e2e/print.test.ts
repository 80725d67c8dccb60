import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { samePage } from './fresh-page';
import { openSample } from './journey';

const open = samePage(openSample);
/** A4, upright, without margins of 12 mm, in pixels. */
const PAPER = 703;

/** The page as it is printed, for as long as `look` looks. */
async function onPaper<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const usual = page.viewportSize()!;
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: PAPER, height: usual.height });
  try {
    return await look();
  } finally {
    await page.setViewportSize(usual);
    await page.emulateMedia({ media: null, colorScheme: null });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  }
}

/** What does not fit on the paper, is cut off, or can only be pressed. */
const wrong = (page: Page) =>
  page.evaluate((paper) => {
    const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true });
    const named = (one: Element) => `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 40)}`;
    const found = [];
    if (document.documentElement.scrollWidth > paper)
      found.push(`${document.documentElement.scrollWidth} wide`);
    for (const one of document.querySelectorAll('main *:not(.unseen)')) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const cuts = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
      if (cuts && [overflowX, overflowY].some((way) => way === 'auto' || way === 'scroll') && isSeen(one))
        found.push(`cut: ${named(one)}`);
    }
    for (const one of document.querySelectorAll('nav, .button, [role=tooltip]'))
      if (isSeen(one)) found.push(`pressed: ${named(one)}`);
    return found;
  }, PAPER);

test.each([
  ['home', '.figures'],
  // The second picture, which is drawn after the first.
  ['back', '.lines svg'],
  ['customers/list', '[role=grid]'],
  ['value/to-come', '.plate svg'],
  ['losing/slipping-away', '[role=grid]'],
  ['data', 'table'],
])('%s is printed with nothing cut off and nothing to press', async (address, shown) => {
  const page = await open();
  await page.evaluate((path) => (location.hash = `#/${path}`), address);
  await page.locator(`main ${shown}`).first().waitFor({ timeout: 60_000 });
  expect(await onPaper(page, () => wrong(page))).toEqual([]);
});

test('on paper the whole grid is drawn, and a list has the rows that are out of sight', async () => {
  const page = await open();
  await page.evaluate(() => (location.hash = '#/back'));
  await page.locator('main .tile svg').first().waitFor();
  await page.locator('main .lines svg').waitFor();
  const drawn = () =>
    page.evaluate(() => {
      const figures = [...document.querySelectorAll('main .tile text')];
      return figures.reduce((sum, text) => sum + (text.textContent === '' ? 0 : 1), 0);
    });
  const cells = await page.evaluate(async () => {
    const { rows } = await window.regulars.analyse('cohort-retention');
    return rows.filter(({ age }) => Number(age) > 0).length;
  });
  expect(await onPaper(page, drawn)).toBeGreaterThanOrEqual(cells);
  await page.evaluate(() => (location.hash = '#/customers/list'));
  const list = page.locator('main [role=grid]');
  await list.waitFor();
  const rows = () => list.locator('tbody tr').count();
  expect(await rows()).toBeLessThan(200);
  const all = Number(await list.getAttribute('aria-rowcount')) - 1;
  const printed = await onPaper(page, async () => ({
    rows: await rows(),
    more: (await page.locator('main section.page .foot').textContent())?.trim(),
    paper: await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
  }));
  expect(printed).toEqual({
    rows: 1000,
    more: `and ${(all - 1000).toLocaleString('en')} more`,
    paper: 'rgb(255, 255, 255)',
  });
  await expect.poll(rows).toBeLessThan(200);
});
