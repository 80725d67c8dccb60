import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { samePage } from './fresh-page';
import { openSample } from './journey';

const open = samePage(openSample);
const soon = { timeout: 60_000 };

/** A page of the shop, by its address, until its answer is drawn. */
async function visit(page: Page, id: string): Promise<void> {
  if (await page.evaluate((path) => location.hash === `#/${path}`, id)) return;
  const before = await page.locator('main h1').first().elementHandle();
  await page.evaluate((path) => (location.hash = `#/${path}`), id);
  await page.waitForFunction(
    (left) =>
      !left?.isConnected &&
      document.querySelector(
        'main figure[aria-busy="false"]:not(.waiting) :is(.plate svg, .page [role=grid])',
      ) !== null,
    before,
    soon,
  );
}

/** How the main picture, or the list that is the answer, lies in the window: where it begins, and how much of it is in sight. */
const ANSWER = 'main figure :is(.plate, .page .scroll)';
const seen = (page: Page) =>
  page.evaluate((answer) => {
    const { top, bottom, height } = document.querySelector(answer)!.getBoundingClientRect();
    const inSight = Math.min(bottom, innerHeight) - Math.max(top, 0);
    const isEnough = top < innerHeight && inSight >= Math.min(200, 0.4 * height);
    return { top, isEnough, wide: document.documentElement.scrollWidth };
  }, ANSWER);

type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };

test('nothing moves while a model is fitted and its picture is drawn', async () => {
  const page = await open();
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(window, { __shifts: shifts });
    new PerformanceObserver((list) => {
      // Chromium names no element for one that has left the page; here that was 0.00007, of something not found yet.
      for (const { value, sources } of list.getEntries() as Shift[])
        if (sources.length > 0) {
          const moved = sources.map(({ node }) => node?.parentElement?.textContent?.trim().slice(0, 100));
          shifts.push(`${value}: ${moved.join(', ')}`);
        }
    }).observe({ type: 'layout-shift' });
  });
  await visit(page, 'clv');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  const shifts = await page.evaluate(() => (window as unknown as { __shifts: string[] }).__shifts);
  expect(shifts).toEqual([]);
});

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

test('every question has its picture in the first screen of a laptop and of a phone', async () => {
  const page = await open();
  const usual = page.viewportSize()!;
  const missed: string[] = [];
  let sizes = [LAPTOP, PHONE];
  await page.setViewportSize(LAPTOP);
  for (const id of analyses.keys()) {
    await visit(page, id);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.waitForFunction(
        (answer) => (document.querySelector(answer)?.getBoundingClientRect().width ?? Infinity) <= innerWidth,
        ANSWER,
      );
      const { top, isEnough, wide } = await seen(page);
      if (!isEnough) missed.push(`${id} at ${size.width}: begins at ${Math.round(top)}`);
      if (wide > size.width) missed.push(`${id} at ${size.width}: the page is ${wide} wide`);
    }
    // The next one is looked at first in the size that the window has.
    sizes = sizes.toReversed();
  }
  expect(missed).toEqual([]);
  await page.setViewportSize(usual);
});

test('marks are read out one after another by the arrow keys, and say their figure to the pointer', async () => {
  const page = await open();
  await visit(page, 'growth');
  const picture = page.locator('main [role=application]').first();
  const heard = page.locator('main figure').first().getByRole('status').first();
  const tip = page.locator('main .tip').first();
  await picture.focus();
  await page.keyboard.press('End');
  await expect.poll(() => heard.textContent()).toMatch(/^Dec 2024: .+: [\d,]+/);
  const last = await heard.textContent();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => heard.textContent()).not.toBe(last);
  expect((await tip.textContent())?.startsWith('Dec 2024')).toBe(true);
  await page.keyboard.press('Escape');
  expect(await tip.count()).toBe(0);
  const box = (await picture.boundingBox())!;
  await page.mouse.move(box.x + box.width - 20, box.y + box.height * 0.6);
  await expect.poll(() => tip.textContent()).toMatch(/Dec 2024/);
});
