import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PLACES } from '../../src/analyses/define';
import { loadAnalysisWords } from '../../src/i18n/language';
import { titledOf } from '../../src/i18n/analysis-words';
import { words } from '../../src/i18n/words';
import { tabsOf } from '../../src/state/addresses';
import { axeFindings } from '../helpers/axe';
import { upload } from './files';
import { samePage } from './fresh-page';
import { give, goTo, heading, useThisFile } from './journey';

const NAMES = ['Zoë Müller', 'Đặng Văn An', 'Jane Doe', 'Wei Chen', 'Łukasz Nowak'];
/** Forty orders of five people with names, one row without a date. */
const shop = () => {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 1 + at * 7)).toISOString().slice(0, 10);
    const name = NAMES[at % NAMES.length];
    return `${1000 + at},${day},k${at % NAMES.length}@example.com,${name},Dark roast,${10 + at}.00`;
  });
  const head = 'Order ID,Order date,Email,Customer name,Product,Amount';
  return upload('shop.csv', [head, ...rows, '2000,,k1@example.com,Jane Doe,Tea,5.00'].join('\n'));
};

const open = samePage(async (page) => {
  await loadAnalysisWords();
  await give(page, shop());
  await useThisFile(page).click({ timeout: 120_000 });
  await page.waitForURL(/#\/home$/, { timeout: 120_000 });
});
const field = (page: Page) => page.getByRole('combobox', { name: words.palette.label });
const options = (page: Page) => page.getByRole('listbox').getByRole('option');
async function ask(page: Page, text: string) {
  await page.keyboard.press('Control+k');
  await field(page).fill(text);
}

test('an accepted file opens at home, with a line of what was read that leads to the data', async () => {
  const page = await open();
  await page.getByText('41 rows: 40 used, 1 set aside.').waitFor();
  await page.getByRole('link', { name: words.pages.read.check }).click();
  await page.getByRole('heading', { name: 'From the file to our number' }).waitFor();
  expect(await page.title()).toBe('Data · Regulars');
  expect(await page.locator('nav a[aria-current="page"]').first().textContent()).toContain('set aside: 1');
});

test('every question is reached by its place and its tab, and both say where one is', async () => {
  const page = await open();
  for (const place of PLACES)
    for (const { id, tab } of tabsOf(place)) {
      await goTo(page, words.pages.nav.places[place], titledOf(id).tab);
      await page.waitForURL(new RegExp(`#/${place}/${tab}$`));
      await expect.poll(() => page.title()).toBe(`${titledOf(id).title} · Regulars`);
      const current = page.locator('nav:visible [aria-current]');
      const told = (await current.allTextContents()).map((text) => text.trim());
      expect(told).toEqual([words.pages.nav.places[place], titledOf(id).tab]);
    }
}, 180_000);

test('an old address leads to where the question is now, keeps its parameters, and is no step back', async () => {
  const page = await open();
  await goTo(page, 'Data');
  await page.evaluate(() => (location.hash = '#/growth?grain=year'));
  await page.waitForURL(/#\/home\/new-and-lost\?grain=year$/);
  await page.evaluate(() => (location.hash = '#/report'));
  await page.waitForURL(/#\/data$/);
  await page.goBack();
  await page.waitForURL(/#\/home\/new-and-lost\?grain=year$/);
  await page.goBack();
  await page.waitForURL(/#\/data$/);
  await page.getByRole('heading', { name: 'From the file to our number' }).waitFor();
});

describe('the palette', () => {
  test('finds a question by the trade’s word, by keyboard alone, and gives the keyboard to its page', async () => {
    const page = await open();
    await ask(page, 'LTV');
    await options(page).filter({ hasText: 'What they bring' }).waitFor();
    const chosen = () => options(page).and(page.locator('[aria-selected="true"]')).textContent();
    expect(await chosen()).toContain('What they bring');
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toContain('What customers will bring');
    const active = await field(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/value\/so-far$/);
    expect(await field(page).count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  test('finds a customer by a part of the name without its accents, and opens the page of the customer', async () => {
    const page = await open();
    await ask(page, 'mull');
    await options(page).filter({ hasText: 'Zoë Müller' }).click();
    await page.waitForURL(/#\/customer\/k0%40example\.com$/);
    await expect.poll(() => heading(page).textContent()).toContain('k0@example.com');
  });

  test('finds a product, a column and an action; Escape closes it and gives the keyboard back', async () => {
    const page = await open();
    await goTo(page, 'Coming back');
    await page.getByRole('main').locator('figure[aria-busy="false"]').first().waitFor();
    const box = page.getByRole('button', { name: words.ui.find.box });
    await box.click();
    await field(page).fill('order da');
    await options(page).filter({ hasText: 'Order date' }).waitFor();
    await field(page).fill('save as png');
    await options(page).filter({ hasText: words.palette.actions.savePicture.label }).waitFor();
    const saved = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await saved).suggestedFilename()).toMatch(/\.svg$/);
    await box.click();
    await field(page).fill('nothing like it');
    await page.getByText(words.palette.none('nothing like it')).waitFor();
    await page.keyboard.press('Escape');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('changes the look, and neither it nor the shell has anything that axe finds wrong in either', async () => {
    const page = await open();
    await goTo(page, 'Data');
    for (const look of ['dark', 'light']) {
      await ask(page, look);
      await options(page).first().waitFor();
      expect(await axeFindings(page, `palette before ${look}`)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe(look);
      await page.waitForFunction(() => document.getAnimations().length === 0);
      expect(await axeFindings(page, `shell in ${look}`)).toEqual([]);
    }
  });
});

test('on a phone the places are a bar at the bottom with targets of 48 px, and the rest is behind “More”', async () => {
  const page = await open();
  await page.setViewportSize({ width: 390, height: 844 });
  const bar = page.getByRole('navigation', { name: words.ui.places });
  const targets = [
    ...(await bar.getByRole('link').all()),
    page.getByRole('button', { name: 'More', exact: true }),
  ];
  expect(targets.length).toBe(PLACES.length + 1);
  for (const target of targets) {
    const box = (await target.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(48);
    expect(box.y + box.height).toBeLessThanOrEqual(844);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
  }
  expect((await page.getByRole('banner').boundingBox())!.height).toBeLessThanOrEqual(50);
  await goTo(page, 'Losing', 'By month');
  await page.waitForURL(/#\/losing\/by-month$/);
  await goTo(page, 'SQL');
  await page.waitForURL(/#\/sql$/);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await axeFindings(page, 'phone')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
