import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { chooseSave, download } from '../helpers/journey';
import { applyFilter, choosePeriod, clearScope, filterBy, filterOn, scopeBar } from '../helpers/scope';
import { goTo, heading, openSample } from './journey';

let app: App | undefined;
afterEach(async () => {
  const seen = app && { violations: app.violations, errors: app.errors, foreign: app.foreign };
  await app?.close();
  app = undefined;
  expect(seen).toEqual({ violations: [], errors: [], foreign: [] });
});

const said = words.scope;
const soon = { timeout: 30_000 };
const saidBefore = (page: Page, name: string) =>
  expect.poll(() => heading(page).textContent(), soon).toMatch(new RegExp(`^${name}: `));

test('only Germany, then only last year, on three pages: in headline, head, picture and table, after reload, back and in a second tab', async () => {
  app = await openApp();
  const { page, context } = app;
  await openSample(page);
  const counted = await page.evaluate(async () => {
    const params = { from: '2024-01-01', to: '2024-12-31', customers_who: { country: ['Germany'] } };
    const rows = async (id: string) => (await window.regulars.analyse(id, params)).rows;
    return {
      concentration: (await rows('concentration'))[0]!.customers,
      year: (await rows('overview')).find((row) => row.window === 'now')!.customers,
      all: window.regulars.report()!.identified.customers,
    };
  });
  const number = (value: unknown) => Number(value).toLocaleString('en');

  await goTo(page, 'Home', 'Compared');
  await filterOn(page, 'country', ['Germany']);
  await saidBefore(page, 'Germany');
  await choosePeriod(page, '2024');
  await saidBefore(page, 'Germany, 2024');
  // Whoever is older than the period is still known: the year before it is compared.
  await page.getByText(/ (more|less) than from 1 Jan 2023 to 31 Dec 2023/).waitFor(soon);
  const size = `${number(counted.year)} of ${number(counted.all)}`;
  await scopeBar(page).getByText(`${size} customers`).waitFor(soon);
  expect(await page.getByRole('region', { name: words.ui.trust.label }).textContent()).toContain(size);

  await goTo(page, 'Value', 'Best customers');
  await saidBefore(page, 'Germany, 2024');
  await page.getByText(` of ${number(counted.concentration)} customers bring `).waitFor(soon);
  const address = page.url();
  expect(decodeURIComponent(address)).toContain('period=2024&who.country=Germany');

  const second = await context.newPage();
  await second.goto(address);
  await saidBefore(second, 'Germany, 2024');
  await second.close();

  await page.reload();
  await saidBefore(page, 'Germany, 2024');
  await goTo(page, 'Coming back', 'How soon');
  await saidBefore(page, 'Germany, 2024');
  const csv = await download(page, () => chooseSave(page, words.charts.saveTable));
  expect(csv.split('\r\n')[0]).toMatch(/^\ufeff"?# .*1 Jan 2024.*country “Germany”/);

  // A place is entered by its first tab.
  await page.goBack();
  await page.goBack();
  await page.getByText(` of ${number(counted.concentration)} customers bring `).waitFor(soon);
  await scopeBar(page)
    .getByRole('button', { name: said.remove('Germany') })
    .click();
  await saidBefore(page, '2024');
  await page.goBack();
  await saidBefore(page, 'Germany, 2024');
  await clearScope(page);
  await expect.poll(() => heading(page).textContent(), soon).not.toMatch(/2024:/);
  expect(page.url()).not.toContain('?');
});

test('customers are counted by status, group and tenure, as the questions about these count them; a fit says why not', async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  const counted = await page.evaluate(async () => {
    const rows = async (id: string) => (await window.regulars.analyse(id, {})).rows;
    const ladder = await rows('churned');
    const groups = await rows('rfm');
    return {
      slipping: ladder.filter(({ status }) => status === 'at_risk').length,
      loyal: groups.filter((row) => row.group === 'Loyal').length,
    };
  });
  await goTo(page, 'Value', 'Best customers');
  const bring = (customers: number) =>
    page.getByText(` of ${customers.toLocaleString('en')} customers bring `);
  await filterOn(page, said.dialog.status, ['Slipping away']);
  await bring(counted.slipping).waitFor(soon);
  await page.getByText('who stood at “Slipping away” on 31 Dec 2024').first().waitFor();
  await clearScope(page);
  await filterOn(page, said.dialog.group, ['Loyal']);
  await bring(counted.loyal).waitFor(soon);

  // It stays from page to page; what learns from who came back says that it cannot.
  await goTo(page, 'Losing', 'Late');
  await page.getByText('who were in the RFM group “Loyal” on 31 Dec 2024').first().waitFor(soon);
  await goTo(page, 'Value', 'To come');
  await page.getByText(/learns from who came back and who did not/).waitFor(soon);
  await clearScope(page);
  await goTo(page, 'Value', 'Best customers');
  await filterBy(page, said.dialog.tenure);
  await page.getByRole('dialog').getByRole('textbox', { name: said.dialog.atLeast }).fill('12');
  await page.getByRole('dialog').getByRole('textbox', { name: said.dialog.atLeast }).press('Enter');
  await applyFilter(page);
  await page.getByText('whose first order was 12 months or more before 31 Dec 2024').first().waitFor(soon);
});

test('a page is set beside the year before and beside other customers, and keeps its controls in the address', async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  await goTo(page, 'Home', 'New and lost');
  await page.evaluate(() => (location.hash = '#/growth?grain=quarter&period=2024&vs=year'));
  await page.getByRole('region', { name: '1 Jan 2023 – 31 Dec 2023' }).waitFor(soon);
  await expect
    .poll(() => page.getByRole('heading', { level: 2 }).allTextContents(), soon)
    .toContainEqual(expect.stringMatching(/^1 Jan 2023 – 31 Dec 2023: .* Q4 2023/));
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  await page.evaluate(() => (location.hash = '#/growth?grain=year&vs=others&vs.who.country=France'));
  await page.getByRole('region', { name: 'France' }).waitFor(soon);
  await goTo(page, 'Coming back', 'Second order');
  await goTo(page, 'Home', 'New and lost');
  await expect.poll(() => page.url(), soon).toContain('grain=year');
});
