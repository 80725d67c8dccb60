import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { dataFile, describeWithData } from '../helpers/data';
import { download, openCell } from '../helpers/journey';
import { freshPage } from './fresh-page';
import { give, heading, useThisFile } from './journey';

const open = freshPage();
const slow = { timeout: 120_000 };

/** A person at the page, whose clicks are counted; typing is none. */
class Person {
  clicks = 0;
  constructor(readonly page: Page) {}

  async click(act: () => Promise<unknown>): Promise<void> {
    this.clicks += 1;
    await act();
  }

  /** Clicks for what is done from here on. */
  async spends(act: () => Promise<unknown>): Promise<number> {
    const before = this.clicks;
    await act();
    return this.clicks - before;
  }
}

interface Shop {
  name: string;
  file: string | null;
  /** Clicks from a clean browser to the figures. */
  opened: number;
}

const SAMPLE: Shop = { name: 'the sample shop', file: null, opened: 1 };
const REAL: Shop[] = [
  { name: 'Superstore', file: 'real/superstore/superstore.csv', opened: 2 },
  { name: 'UCI Online Retail', file: 'real/uci_online_retail/online_retail.csv.gz', opened: 2 },
];

async function begin({ file }: Shop): Promise<Person> {
  const person = new Person(await open());
  const { page } = person;
  if (file === null) {
    await person.click(() => page.getByRole('button', { name: 'Open the sample shop' }).click());
  } else {
    await person.click(() => give(page, dataFile(file)));
    await person.click(() => useThisFile(page).click(slow));
  }
  await page.waitForURL(/#\/home$/, slow);
  await page.getByText('from returning customers').first().waitFor(slow);
  return person;
}

/** Sales over the years, new against returning: on Home without a click, by year with two. */
async function salesByYear(person: Person): Promise<void> {
  const { page } = person;
  await page.getByText('from new customers').first().waitFor();
  const spent = await person.spends(async () => {
    await person.click(() => page.getByRole('link', { name: /^Open: Sales by/ }).click());
    const grain = page.getByRole('figure').getByRole('combobox', { name: 'For each' });
    await person.click(() => grain.selectOption('year'));
    await expect.poll(() => heading(page).textContent(), slow).toMatch(/in \d{4}\b/);
  });
  expect(spent).toBe(2);
}

/** Next year's value and how sure: on Home with its band and its test, or why it is not said; one click to all of it. */
async function nextYear(person: Person): Promise<void> {
  const { page } = person;
  const card = page.locator('a', { hasText: 'Next 12 months' });
  await expect
    .poll(() => card.textContent(), slow)
    .toMatch(/ in 8 cases of 10; on the past it was .+ (high|low)|No forecast\s+Because .+/);
  const spent = await person.spends(() => person.click(() => card.click()));
  await expect.poll(() => heading(page).textContent(), slow).not.toContain(words.home.title);
  expect(spent).toBe(1);
}

/** The most valuable regulars who are late, as a file with what reaches them: four clicks. */
async function toCall(person: Person): Promise<void> {
  const { page } = person;
  const nav = (label: string) =>
    page.getByRole('navigation').getByRole('link', { name: label, exact: true }).first();
  let csv = '';
  let asked = 0;
  const spent = await person.spends(async () => {
    await person.click(() => nav('Losing').click());
    await person.click(() => nav('Late').click());
    const list = page.getByRole('grid', { name: /^Late, and still within reach/ });
    await list.waitFor(slow);
    asked = Math.min(20, Number(await list.getAttribute('aria-rowcount')) - 1);
    const first = page.getByRole('textbox', { name: words.people.list.first });
    if ((await first.count()) > 0)
      await person.click(async () => {
        await first.click();
        await first.fill(String(asked));
        await first.press('Enter');
      });
    const save = page.getByRole('button', { name: words.charts.saveList(String(asked)) });
    csv = await download(page, () => person.click(() => save.click()));
  });
  expect(spent).toBeLessThanOrEqual(4);
  const [head = '', ...rows] = csv
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n');
  const columns = head.split(',');
  expect(rows.length).toBe(asked);
  const worth = await page.evaluate(async () => {
    const { rows: late } = await window.regulars.analyse('overdue');
    return late.filter(({ overdue, is_lapsed }) => Number(overdue) > 2 && is_lapsed !== true);
  });
  expect(rows.map((row) => row.split(',')[0])).toEqual(
    worth.slice(0, asked).map(({ customer }) => String(customer)),
  );
  const mapping = await page.evaluate(() => Object.keys(window.regulars.report()?.mapping ?? {}));
  const has = { customer_name: 'name', email: 'email', phone: 'phone' };
  for (const [field, column] of Object.entries(has))
    if (mapping.includes(field)) expect(columns).toContain(column);
}

/** How many of the customers who began in a quarter still buy, with where they stand: three clicks. */
async function stillBuying(person: Person): Promise<void> {
  const { page } = person;
  const spent = await person.spends(async () => {
    await person.click(() => page.locator('nav a[href="#/back"]').first().click());
    const grid = page.getByRole('application', { name: /^Table of/ });
    await grid.locator('svg').first().waitFor(slow);
    await person.click(() =>
      page
        .getByRole('figure')
        .first()
        .getByRole('combobox', { name: words.cohorts.grain })
        .selectOption('quarter'),
    );
    await page.waitForFunction(() => window.regulars.state().params.grain === 'quarter');
    // A cell opens by Enter as by a click.
    await person.click(() => openCell(page));
  });
  const dialog = page.getByRole('dialog');
  const lead = await dialog.getByText(/Where they stand today: .+%\)\./).textContent(slow);
  const counts = [...(lead ?? '').matchAll(/ ([\d,]+) \(/g)].map(([, count]) => Number(count));
  const rows = Number(await dialog.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
  expect(spent).toBe(3);
  await page.keyboard.press('Escape');
}

const home = ({ page }: Person) => page.evaluate(() => (location.hash = '#/home'));

async function everyTask(shop: Shop): Promise<Person> {
  const person = await begin(shop);
  const { page } = person;
  expect(person.clicks).toBe(shop.opened);
  expect((await heading(page).textContent())?.trim()).toBe(words.home.title);
  for (const label of ['Net sales', 'Customers who bought', 'Back within a year', 'Next 12 months'])
    await page.getByText(label, { exact: true }).first().waitFor(slow);
  for (const task of [salesByYear, nextYear, toCall]) {
    await task(person);
    await home(person);
  }
  return person;
}

test('the sample shop: one click to how it is doing; sales by year, the year to come, whom to call, and the best first product', async () => {
  const person = await everyTask(SAMPLE);
  const { page } = person;
  await stillBuying(person);
  await home(person);
  // Which product to put in front of new customers.
  const tile = page.getByRole('region', { name: 'Best first product' });
  await tile.getByText('House espresso 1 kg').waitFor(slow);
  const spent = await person.spends(() => person.click(() => tile.getByRole('link').click()));
  await page.locator('figure .plate svg').first().waitFor(slow);
  expect(spent).toBeLessThanOrEqual(2);
});

for (const shop of REAL)
  describeWithData(shop.name, () => {
    test('two clicks to how it is doing; sales by year, the year to come, and whom to call', async () => {
      await everyTask(shop);
    });
  });
