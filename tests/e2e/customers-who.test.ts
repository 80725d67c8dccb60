import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { goTo, heading, openSample } from './journey';

let app: App | undefined;
afterEach(async () => {
  const seen = app && { violations: app.violations, errors: app.errors, foreign: app.foreign };
  await app?.close();
  app = undefined;
  expect(seen).toEqual({ violations: [], errors: [], foreign: [] });
});

const said = words.pages.who;

test('customers are counted by status, group and tenure on every page, as the questions about these count them; a fit says why not', async () => {
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
  await page.getByRole('combobox', { name: said.status }).selectOption('at_risk');
  await bring(counted.slipping).waitFor();
  await page.getByText('who stood at “Slipping away” on 31 Dec 2024').first().waitFor();
  await page.getByRole('combobox', { name: said.status }).selectOption('');
  await page.getByRole('combobox', { name: said.group }).selectOption('Loyal');
  await bring(counted.loyal).waitFor();

  // It stays from page to page; what learns from who came back says that it cannot.
  await goTo(page, 'Losing', 'Late');
  await page.getByText('who were in the RFM group “Loyal” on 31 Dec 2024').first().waitFor();
  await goTo(page, 'Value', 'To come');
  await page.getByText(/learns from who came back and who did not/).waitFor();
  await page.getByRole('button', { name: said.all }).click();
  await expect
    .poll(async () => heading(page).textContent(), { timeout: 60_000 })
    .toMatch(/likely to bring|bring/);
  await goTo(page, 'Value', 'Best customers');
  const least = page.getByRole('textbox', { name: said.atLeast });
  await least.fill('12');
  await least.press('Enter');
  await page.getByText('whose first order was 12 months or more before 31 Dec 2024').first().waitFor();
});
