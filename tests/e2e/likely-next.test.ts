import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApp, type App } from '../helpers/browser';
import { showMore } from '../helpers/journey';
import { goTo, heading, heatmap, openSample } from './journey';

let app: App;
const page = () => app.page;
const grain = () => page().getByRole('combobox', { name: 'Group by first order in the same' });
const next = () => page().getByRole('switch', { name: 'Show what is likely next' });

beforeAll(async () => {
  app = await openApp();
  await openSample(page());
});
afterAll(() => app.close());

it('the switch fills what has not begun, keeps how groups are made, and says what the test was off by', async () => {
  await grain().selectOption('quarter');
  await page().getByText('order again in the quarter after').waitFor();
  await next().click();
  await page()
    .getByRole('heading', { level: 1, name: /^About \d+ of the [\d,]+ customers/ })
    .waitFor();
  expect(await grain().inputValue()).toBe('quarter');
  expect(
    await page()
      .getByText(/^On your own past: .* it said that \d+ would come back .*\. \d+ did/)
      .count(),
  ).toBe(1);
  expect(await page().getByText('likely, has not happened yet (“?”)').count()).toBe(1);
  // The last column of the youngest group: the keyboard hears what the picture shows.
  await heatmap(page()).focus();
  for (const key of ['Control+End']) await page().keyboard.press(key);
  const heard = page()
    .getByRole('status')
    .filter({ hasText: /Q4 2024, quarter 15: likely \d+%, about \d+ of 734, in eight cases of ten between/ });
  await heard.waitFor({ state: 'attached' });
  await page().keyboard.press('Enter');
  expect(await page().getByRole('dialog').count()).toBe(0);
});

it('the table twin has counted and likely cells apart, and the name of the model leads to its page', async () => {
  await page().getByRole('button', { name: 'Table', exact: true }).first().click();
  const head = page().getByRole('columnheader', { name: 'Likely share' });
  await head.waitFor();
  await page().getByRole('button', { name: 'Table', exact: true }).first().click();
  await page().getByRole('button', { name: 'shifted-beta-geometric projection' }).hover();
  await page().getByRole('link', { name: 'How it works, and when it is wrong' }).click();
  await page()
    .getByRole('heading', { level: 1, name: /^Shifted-beta-geometric/ })
    .waitFor();
  await page().goBack();
  await page()
    .getByRole('heading', { level: 1, name: /^About/ })
    .waitFor();
});

it('where the model missed the past too far the sentence says by how much, and the switch leads back', async () => {
  await page().getByRole('combobox', { name: 'Model' }).selectOption('sbg');
  const refused =
    /is not shown: tested on the last 4 quarters of your own past, it said that \d+ would come back and \d+ did; that is \d+% off/;
  await page().getByRole('heading', { level: 1, name: refused }).waitFor();
  expect(await page().getByText('dots and “?”').count()).toBe(0);
  await next().click();
  await page()
    .getByRole('heading', { level: 1, name: /have ordered again by the end of the quarter/ })
    .waitFor();
  expect(await grain().inputValue()).toBe('quarter');
});

it('a long fit shows how far it is; stopped, it says so within a second, and asking again works', async () => {
  await goTo(page(), 'Value', 'To come');
  await page()
    .getByRole('heading', { level: 1, name: /will bring about/ })
    .waitFor({ timeout: 60_000 });
  const before = await heading(page()).textContent();
  await showMore(page());
  await page().getByRole('button', { name: 'Refit 200 times' }).click();
  const bar = page().getByRole('progressbar', { name: 'Fitting the models' });
  await bar.waitFor({ timeout: 10_000 });
  const share = () => bar.evaluate((element) => (element as HTMLProgressElement).value);
  const first = await share();
  await expect.poll(share, { timeout: 10_000 }).toBeGreaterThan(first);
  await page().getByRole('button', { name: 'Stop', exact: true }).click();
  const said = page().getByText('Stopped. The page shows the answer from before.');
  await said.waitFor({ timeout: 1000 });
  expect(await bar.count()).toBe(0);
  expect(await heading(page()).textContent()).toBe(before);
  expect(await page().getByText('Refitted 200 times').count()).toBe(0);
  expect(await page().getByRole('button', { name: 'Refit 200 times' }).isEnabled()).toBe(true);

  await page().getByRole('button', { name: 'Ask again' }).click();
  await page().getByText('Refitted 200 times').waitFor({ timeout: 120_000 });
  expect(await said.count()).toBe(0);
  expect(await heading(page()).textContent()).toBe(before);
  expect([app.violations, app.errors, app.foreign]).toEqual([[], [], []]);
});
