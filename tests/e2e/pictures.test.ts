import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { samePage } from './fresh-page';
import { openSample } from './journey';

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
  await page.getByRole('link', { name: 'New, kept, back and lost' }).click();
  const picture = drawn(page, /./);
  const before = await picture();
  await page.getByRole('main').getByRole('combobox').first().selectOption({ index: 2 });
  await expect.poll(picture, soon).not.toBe(before);
});
