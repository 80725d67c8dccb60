import { expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { download } from '../helpers/journey';
import { samePage } from './fresh-page';
import { goTo, heading, openSample } from './journey';

const open = samePage(async () => undefined);
const said = words.people.list;
/** A busy machine is no failure. */
const soon = { timeout: 30_000 };
const everybody = async () => {
  const page = await open();
  if (await page.evaluate(() => window.regulars.report() === null)) await openSample(page);
  // A page that comes back is made anew: nothing is found, sorted or cut short.
  await goTo(page, 'Customers', 'Tiers');
  await goTo(page, 'Customers', 'Everybody');
  await page
    .locator('label')
    .filter({ hasText: /All: [\d,]+/ })
    .click();
  const list = page.getByRole('grid', { name: /^All: [\d,]+ customers$/ });
  await list.waitFor();
  return { page, list, find: page.getByRole('searchbox', { name: said.find }) };
};
const rowsOf = (csv: string) =>
  csv
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n');

test('everybody stands in one list, by name, and is found by a part of it, without accents', async () => {
  const { page, list, find } = await everybody();
  const report = await page.evaluate(() => window.regulars.report());
  const all = report?.identified.customers ?? 0;
  expect(Number(await list.getAttribute('aria-rowcount'))).toBe(all + 1);
  expect((await heading(page).textContent())?.trim()).toMatch(
    new RegExp(`^${all.toLocaleString('en')} customers: [\\d,]+ are buying, [\\d,]+ are slipping away$`),
  );
  const who = (await list.getByRole('rowheader').nth(1).textContent())?.trim() ?? '';
  expect(who).toContain('@');
  await find.fill(who.toUpperCase());
  await expect.poll(() => list.getByRole('rowheader').count(), soon).toBe(1);
  await find.fill('nobody is called this');
  await list.getByText(words.ui.noRows).waitFor();
  await find.fill('');
  await expect.poll(() => list.getByRole('rowheader').count(), soon).toBeGreaterThan(10);
});

test('a part of them is a click away, and as many as one wants are saved in the order that was chosen', async () => {
  const { page } = await everybody();
  await page
    .locator('label')
    .filter({ hasText: /Slipping away: [\d,]+/ })
    .click();
  const list = page.getByRole('grid', { name: /^Slipping away: [\d,]+ customers$/ });
  await list.waitFor();
  await list
    .getByRole('columnheader', { name: /^Late by/ })
    .getByRole('button')
    .click();
  const first = page.getByRole('textbox', { name: said.first });
  await first.fill('20');
  await first.press('Enter');
  await expect.poll(async () => Number(await list.getAttribute('aria-rowcount')), soon).toBe(21);
  const csv = await download(page, () =>
    page.getByRole('button', { name: words.charts.saveList('20') }).click(),
  );
  const [head = '', ...rows] = rowsOf(csv);
  expect(rows.length).toBe(20);
  expect(head).toMatch(/^customer,(.*,)?email(,|$)/);
  const at = head.split(',').indexOf('days_late');
  const late = rows.map((row) => Number(row.split(',')[at]));
  expect(late).toEqual([...late].sort((a, b) => b - a));
  const answer = await page.evaluate(() => window.regulars.analyse('customers'));
  const longest = answer.rows
    .filter(({ status }) => status === 'at_risk')
    .map(({ days_late }) => Number(days_late ?? -1))
    .sort((a, b) => b - a);
  expect(late).toEqual(longest.slice(0, 20));
});

test('a hidden column is not in the list and not in its file, and comes back', async () => {
  const { page, list } = await everybody();
  const column = list.getByRole('columnheader', { name: /^Last product/ });
  await page.locator('summary').filter({ hasText: said.columns }).click();
  await page.getByRole('checkbox', { name: 'Last product' }).uncheck();
  await expect.poll(() => column.count(), soon).toBe(0);
  const all = (await list.getAttribute('aria-label'))?.replace(/\D/g, '') ?? '';
  const save = page.getByRole('button', { name: words.charts.saveList(Number(all).toLocaleString('en')) });
  expect(rowsOf(await download(page, () => save.click()))[0]).not.toContain('last_product');
  await page.getByRole('checkbox', { name: 'Last product' }).check();
  await expect.poll(() => column.count(), soon).toBe(1);
});

test('the list is one tab stop: arrow keys walk its cells to the last row, Enter sorts and opens, copying gives cells', async () => {
  const { page, list } = await everybody();
  expect(
    await list
      .locator('a, button')
      .evaluateAll((all) => all.every((one) => (one as HTMLElement).tabIndex === -1)),
  ).toBe(true);
  const active = () =>
    list.evaluate((grid) =>
      document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent?.trim(),
    );
  const copied = () =>
    list.evaluate((grid) => {
      const data = new DataTransfer();
      grid.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data.getData('text/plain');
    });
  await list.focus();
  await expect.poll(active, soon).toBe('Customer');
  const rows = Number(await list.getAttribute('aria-rowcount'));
  expect((await copied()).split('\n').length).toBe(rows);
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect
    .poll(() => list.getByRole('columnheader').nth(2).getAttribute('aria-sort'), soon)
    .not.toBe('none');
  await page.keyboard.press('Control+End');
  await expect
    .poll(() =>
      list.evaluate(
        (grid) =>
          document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.closest('tr')
            ?.ariaRowIndex,
      ),
    )
    .toBe(String(rows));
  await page.keyboard.press('Home');
  const last = (await active()) ?? '';
  expect((await copied()).split('\n').length).toBe(1);
  expect(await copied()).toContain(last);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await heading(page).textContent())?.trim(), soon).toMatch(/ has ordered /);
});
