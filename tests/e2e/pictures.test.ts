import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { samePage } from './fresh-page';
import { goTo, openSample } from './journey';

const open = samePage(openSample);
const soon = { timeout: 20_000 };

/** The picture that a figure shows, as text. */
const drawn = (page: Page, label: RegExp) => () =>
  page
    .getByRole('img', { name: label })
    .locator('svg')
    .first()
    .evaluate((svg) => new XMLSerializer().serializeToString(svg));

test('a picture is drawn anew for another choice and for another width', async () => {
  const page = await open();
  const trend = drawn(page, /a line over/);
  const before = await trend();
  await page.getByRole('combobox', { name: 'Follow' }).selectOption('6');
  await expect.poll(trend, soon).not.toBe(before);
  const usual = page.viewportSize()!;
  await page.setViewportSize({ width: 360, height: 700 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), soon)
    .toBeLessThanOrEqual(360);
  await page.setViewportSize(usual);
});

test('the picture of an answer follows its controls', async () => {
  const page = await open();
  await goTo(page, 'Home', 'New and lost');
  const picture = drawn(page, /./);
  const before = await picture();
  await page.getByRole('figure').getByRole('combobox').first().selectOption({ index: 2 });
  await expect.poll(picture, soon).not.toBe(before);
});

test('sales by period have a line of the year before for net and orders, and a column for each period', async () => {
  const page = await open();
  await goTo(page, 'Home', 'Sales');
  const picture = page.getByRole('img', { name: /^Columns over time: what the shop sold/ });
  const main = page.getByRole('main');
  const lines = picture.locator('[aria-label="line"] path');
  // The finding and the legend both say it.
  await main.getByText('a year before').first().waitFor(soon);
  await expect.poll(() => lines.count(), soon).toBe(2);
  // The sample shop has 48 months; green, blue and grey each have one part of every column.
  await expect.poll(() => picture.locator('[aria-label="bar"] rect').count(), soon).toBe(3 * 48);
  await main.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'net per order' });
  await expect.poll(() => lines.count(), soon).toBe(0);
  await main.getByRole('combobox', { name: 'For each' }).selectOption({ label: 'day' });
  await main.getByText('The picture shows the last 120 periods').waitFor(soon);
  await expect.poll(() => picture.locator('[aria-label="bar"] rect').count(), soon).toBe(120);
});

test('streams from first to next products stand a switch away from the shares, and on each side make up all who ordered again', async () => {
  const page = await open();
  await goTo(page, 'Products', 'Next');
  await page.getByRole('switch', { name: 'Show as streams' }).click();
  const title = page.getByRole('heading', {
    level: 1,
    name: /of those who order again take the same product/,
  });
  await title.waitFor(soon);
  const picture = page.getByRole('img', { name: /^Streams/ });
  const ends = picture.locator('rect');
  await expect.poll(() => ends.count(), soon).toBe(18);
  await page.getByRole('combobox', { name: 'Products on each side' }).selectOption('3');
  await expect.poll(() => ends.count(), soon).toBe(8);
  // Each side's figures make up all customers who ordered again, whom the sentence names.
  const printed = await picture.locator('text').allTextContents();
  const figures = printed.flatMap((text) => / · ([\d,]+)$/.exec(text)?.[1] ?? []);
  const total = figures.reduce((sum, figure) => sum + Number(figure.replaceAll(',', '')), 0);
  const said = /of ([\d,]+) customers with a second order/.exec(
    (await page.getByRole('main').textContent()) ?? '',
  );
  expect(total).toBe(2 * Number(said?.[1]?.replaceAll(',', '')));
  await page.getByRole('switch', { name: 'Show shares that allow for chance' }).click();
  await page.getByRole('img', { name: /^Bars: of those who went on/ }).waitFor(soon);
});
