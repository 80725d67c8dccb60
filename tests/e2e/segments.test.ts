import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { choosePeriod, clearScope, filterOn, scopeBar } from '../helpers/scope';
import { goTo, heading, openSample, stored } from './journey';

let app: App | undefined;
afterEach(async () => {
  const seen = app && { violations: app.violations, errors: app.errors, foreign: app.foreign };
  await app?.close();
  app = undefined;
  expect(seen).toEqual({ violations: [], errors: [], foreign: [] });
});

const said = words.scope.segments;
const soon = { timeout: 60_000 };

test('a filter gets a name, is put on again with it on another page and after a reload, goes, and comes back', async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  await goTo(page, 'Customers', 'Everybody');
  await filterOn(page, 'country', ['Germany']);
  await filterOn(page, words.scope.dialog.status, ['Slipping away']);
  const before = (text: string) =>
    expect.poll(() => heading(page).textContent(), soon).toMatch(new RegExp(`^${text}: `));
  await before('Germany, Slipping away');
  const button = (name: string) => scopeBar(page).getByRole('button', { name, exact: true });
  await button(said.button).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(said.none).waitFor();
  await dialog.getByRole('textbox', { name: said.name }).fill('  Call in spring ');
  await dialog.getByRole('button', { name: said.keep }).click();
  await dialog.getByRole('button', { name: said.apply('Call in spring') }).waitFor();
  await page.keyboard.press('Escape');
  await button('Call in spring').waitFor();

  await clearScope(page);
  await goTo(page, 'Losing', 'Late');
  await choosePeriod(page, '2024');
  await expect.poll(() => stored(page), soon).toContain('Call in spring');
  await page.reload();
  await before('2024');
  await button(said.button).click(soon);
  await dialog.getByText('Germany and Slipping away').waitFor();
  await dialog.getByRole('button', { name: said.apply('Call in spring') }).click();
  await before('Germany, Slipping away, 2024');
  expect(page.url()).not.toContain('spring');

  await button('Call in spring').click();
  await dialog.getByRole('button', { name: said.removeOf('Call in spring') }).click();
  await dialog.getByText(said.removed('Call in spring')).waitFor();
  await dialog.getByRole('button', { name: said.undo }).click();
  await dialog.getByRole('button', { name: said.apply('Call in spring') }).waitFor();
  await dialog.getByRole('button', { name: said.removeOf('Call in spring') }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => stored(page), soon).not.toContain('Call in spring');
});

test('the door says where the page is, goes to an address with its scope, and refuses one that no page has', async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  expect(await page.evaluate(() => window.regulars.go('home'))).toMatchObject({
    ...{ address: '#/home', page: 'home', place: 'home', analysis: null },
  });
  const there = await page.evaluate(() =>
    window.regulars.go('#/overdue?period=2024&who.country=Germany&gaps=4'),
  );
  expect(there).toMatchObject({
    ...{ page: 'question', place: 'losing', tab: 'late', analysis: 'overdue' },
    scope: { period: { kind: 'year', year: 2024 }, customers: { values: { country: ['Germany'] } } },
    params: { gaps: 4, from: '2024-01-01', to: '2024-12-31', customers_who: { country: ['Germany'] } },
  });
  expect(decodeURIComponent(there.address)).toBe('#/losing/late?period=2024&who.country=Germany&gaps=4');
  await expect.poll(() => heading(page).textContent(), soon).toMatch(/^Germany, 2024: \d+ regulars/);
  const late = await page.evaluate(async () => {
    const { analysis, params } = window.regulars.state();
    return (await window.regulars.analyse(analysis!, params)).rows.length;
  });
  await page.getByText(new RegExp(`^Of ${late.toLocaleString('en')} customers with at least`)).waitFor(soon);
  const refused = await page.evaluate(() =>
    window.regulars.go('#/nowhere').then(
      () => null,
      (problem: unknown) => problem,
    ),
  );
  expect(refused).toMatchObject({ code: 'unknown-address', values: { address: '#/nowhere' } });
  expect(await page.evaluate(() => window.regulars.state().analysis)).toBe('overdue');
});
