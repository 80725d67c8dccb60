import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { axeFindings } from '../helpers/axe';
import { openApp, type App } from '../helpers/browser';
import { download, dropFile, useFile } from '../helpers/journey';
import { goTo, heading, openSample, stored } from './journey';

let app: App | undefined;
afterEach(async () => {
  const seen = app && { violations: app.violations, errors: app.errors, foreign: app.foreign };
  await app?.close();
  app = undefined;
  expect(seen).toEqual({ violations: [], errors: [], foreign: [] });
});

const title = async (page: Page) => (await heading(page).textContent())?.trim() ?? '';
const said = words.people;
/** A busy machine is no failure. */
const slow = { timeout: 60_000 };

test('why a customer left and what one knows of them is written once, survives a reload, stands in the list’s file, and goes with everything', async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  const { page } = app;
  await openSample(page);
  await goTo(page, 'Losing', 'Slipping away');
  await page.getByRole('combobox', { name: 'Show who' }).selectOption('lapsed');
  const list = page.getByRole('grid', { name: /^Gone: [\d,]+ customers$/ });
  await list.waitFor();
  const customers = /[\d,]+/.exec((await list.getAttribute('aria-label')) ?? '')?.[0] ?? '';
  await page.getByText(`0 of ${customers} have a reason.`).waitFor();

  const first = list.getByRole('link').first();
  const key = decodeURIComponent((await first.getAttribute('href'))?.split('/').at(-1) ?? '');
  const who = (await first.textContent()) ?? '';
  await page.getByRole('combobox', { name: said.reasonOf(who) }).selectOption('elsewhere');
  await page.getByText(`1 of ${customers} have a reason: ${said.reasons.elsewhere} 1.`).waitFor();

  await first.click();
  await expect.poll(() => title(page), slow).toMatch(/ has ordered .+ since .+ and brought €/);
  expect(await page.getByRole('combobox', { name: said.reason }).inputValue()).toBe('elsewhere');
  await page.getByRole('textbox', { name: said.page.words }).fill('the market hall');
  await page.getByRole('textbox', { name: said.page.note }).fill('send the spring tea');
  await page.getByRole('textbox', { name: said.page.words }).focus();
  await page.getByText(said.page.saved, { exact: true }).waitFor();

  await page.reload();
  await expect.poll(() => title(page), slow).toMatch(/ has ordered /);
  expect(await page.getByRole('textbox', { name: said.page.words }).inputValue()).toBe('the market hall');
  expect(await page.getByRole('textbox', { name: said.page.note }).inputValue()).toBe('send the spring tea');

  await goTo(page, 'Losing', 'Slipping away');
  await page.getByRole('combobox', { name: 'Show who' }).selectOption('lapsed');
  const save = page.getByRole('button', { name: `Save this list of ${customers} (CSV)` });
  const csv = await download(page, () => save.click());
  const [head = '', ...rows] = csv.trim().split('\r\n');
  expect(head.replace(/^\ufeff/, '')).toMatch(/^customer,(\w+,)*reason,.*reason_text,note(,\w+)*$/);
  const line = rows.find((row) => row.startsWith(`${key},`));
  expect(line).toMatch(/,Buys elsewhere,.*the market hall,send the spring tea/);

  expect(await stored(page)).toContain('the market hall');
  await page.locator('a[href="#/trust"]').first().click();
  await page.getByRole('button', { name: words.pages.trust.delete, exact: true }).click();
  await page.getByRole('button', { name: words.pages.trust.asks.confirm }).click();
  await page.getByText(words.pages.trust.deleted).waitFor();
  expect(await stored(page)).not.toContain('the market hall');
});

test('the page of a customer has its picture, its table, its SQL and no barrier; one whom the file does not know is told', async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  await goTo(page, 'Losing', 'Late');
  const list = page.getByRole('grid', { name: /^Late/ });
  await list.getByRole('link').first().click();
  await expect.poll(() => title(page), slow).toMatch(/ has ordered \d+ times since .+ and brought €/);
  const figure = page.getByRole('figure').first();
  await figure.getByRole('img').locator('svg').waitFor();
  await page.getByText(/^Usually [\d.]+ days pass between their orders/).waitFor();
  await page.getByText(/^They have been away [\d.]+ times as long as usual/).waitFor();
  await page.getByText(/^The chance that they still buy here is [\d.]+%\.$/).waitFor(slow);
  await page
    .getByText(/^If they do, the next order comes between .+ and .+: in eight cases of ten\.$/)
    .waitFor();
  expect(await axeFindings(page, 'customer')).toEqual([]);
  await page.getByText(words.charts.showSql).first().click();
  await page.getByText('-- Question: what has this customer ordered').waitFor();
  await figure.getByRole('button', { name: 'Table', exact: true }).click();
  await figure.getByRole('grid').waitFor();
  await page.evaluate(() => (location.hash = '#/customer/nobody%20at%20all'));
  await expect.poll(() => title(page), slow).toBe(said.page.none);
});

test('a list is saved with the contacts that the file has and without those who have not agreed, who are counted', async () => {
  app = await openApp();
  const { page } = app;
  const people = Array.from({ length: 40 }, (_, at) => {
    const agrees = at % 3 === 0 ? 'no' : 'yes';
    return [`2024-0${(at % 6) + 1}-05`, '2024-07-01'].map(
      (day, order) => `${2 * at + order},${day},k${at}@example.com,Name ${at},${agrees},${at + 10}.00`,
    );
  });
  const head = 'Order ID,Order date,Email,Customer name,Accepts Marketing,Amount';
  await dropFile(page, { name: 'shop.csv', text: `${[head, ...people.flat()].join('\n')}\n` });
  await useFile(page);
  await page.evaluate(() => (location.hash = '#/rfm'));
  const list = page.getByRole('grid', { name: /^All \d+ customers/ });
  await list.waitFor();
  const all = Number(/\d+/.exec((await list.getAttribute('aria-label')) ?? '')?.[0]);
  const note = page.getByText(/^\d+ left out of the file: they do not accept marketing\.$/);
  await note.waitFor();
  const left = Number(/\d+/.exec((await note.textContent()) ?? '')?.[0]);
  const save = page.getByRole('button', { name: `Save this list of ${all - left} (CSV)` });
  const [header = '', ...rows] = (await download(page, () => save.click())).trim().split('\r\n');
  expect(header.replace(/^\ufeff/, '')).toMatch(/^customer,name,/);
  expect(rows.length).toBe(all - left);
  const who = rows.map((row) => Number(/^k(\d+)@/.exec(row)?.[1]));
  expect(who.filter((at) => at % 3 === 0)).toEqual([]);
  expect(rows.every((row) => /^k(\d+)@example\.com,Name \1,/.test(row))).toBe(true);
});
