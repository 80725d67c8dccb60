import { expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openAnalysis, openSqlPage, runOnSqlPage, savedLine } from '../helpers/journey';
import { freshPage, samePage } from './fresh-page';
import { openSample } from './journey';

const said = words.pages.sql;
const fresh = freshPage();
const open = samePage(async (page) => {
  await openSample(page);
  await openSqlPage(page);
  await page.locator('.cm-content').waitFor();
});

test('text that is typed over what is selected replaces it, and Ctrl Enter runs it', async () => {
  const page = await open();
  const field = page.getByRole('textbox', { name: said.label });
  await field.fill('select country, sales from order_lines');
  await field.press('Control+a');
  await page.keyboard.type('select 7 as seven');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('columnheader', { name: /seven/ }).waitFor();
  expect(await field.innerText()).toBe('select 7 as seven');
});

test('Tab indents, and Escape then Tab leaves the text', async () => {
  const page = await open();
  await page.getByText(said.leave).waitFor();
  const field = page.getByRole('textbox', { name: said.label });
  await field.fill('select 1');
  await field.press('Home');
  await page.keyboard.press('Tab');
  expect(await field.innerText()).toBe('  select 1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent.trim())).toBe(said.run);
});

test('where the editor does not arrive the text can still be written and run', async () => {
  const page = await fresh();
  await page.route(/\/editor-[^/]*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw 1' }),
  );
  await openSample(page);
  await openSqlPage(page);
  expect(await runOnSqlPage(page, 'select 8 as eight')).toBeNull();
  await page.getByRole('columnheader', { name: /eight/ }).waitFor();
  expect(await page.locator('textarea').inputValue()).toBe('select 8 as eight');
});

test('what is typed is completed by columns with their type and by functions of the engine', async () => {
  const page = await open();
  const field = page.getByRole('textbox', { name: said.label });
  const offered = page.getByRole('listbox', { name: said.phrases.Completions }).getByRole('option');
  await field.fill('select  from orders o');
  await field.press('Home');
  for (let at = 0; at < 7; at += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('o.order_i');
  await expect.poll(() => offered.allInnerTexts()).toContainEqual(expect.stringMatching(/^order_id\s*\w+/));
  await page.keyboard.press('Escape');
  await page.keyboard.type('d, date_tru');
  await offered.filter({ hasText: 'date_trunc(part, timestamp)' }).waitFor();
  // An Enter right after the list appears would be one that was meant for the text.
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await page.keyboard.type("'month', ordered_o");
  await offered.filter({ hasText: 'ordered_on' }).first().waitFor();
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  expect(await field.innerText()).toBe("select o.order_id, date_trunc('month', ordered_on) from orders o");
  await page.keyboard.press('Control+Enter');
  await page.getByRole('columnheader', { name: /date.trunc/ }).waitFor();
});

test('a column that a join does not have is underlined, and the offered name mends it in one click', async () => {
  const page = await open();
  const text =
    'select c.customer_id, o.order_idd\nfrom orders o join customers c on o.custmer_id = c.customer_id';
  expect(await runOnSqlPage(page, text)).toMatch(/does not have a column named "custmer_id"/);
  expect(await page.locator('.cm-lintRange-error').allInnerTexts()).toEqual(['custmer_id']);
  await page.getByRole('button', { name: said.replace('custmer_id', 'customer_id') }).click();
  await expect.poll(() => page.locator('.cm-lintRange-error').count()).toBe(0);
  await page.getByRole('button', { name: said.run, exact: true }).click();
  await page.getByRole('button', { name: said.replace('order_idd', 'order_id') }).click();
  await page.getByRole('button', { name: said.run, exact: true }).click();
  await page.getByRole('columnheader', { name: /order.id/ }).waitFor();
  expect(await page.getByRole('textbox', { name: said.label }).innerText()).toBe(
    'select c.customer_id, o.order_id\nfrom orders o join customers c on o.customer_id = c.customer_id',
  );
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('of several statements the one at the cursor runs, and what is selected runs alone', async () => {
  const page = await open();
  const column = (name: RegExp) => page.getByRole('columnheader', { name }).waitFor();
  const field = page.getByRole('textbox', { name: said.label });
  await field.fill('select 1 as first_one;\nselect 2 as second_one;');
  await page.keyboard.press('Control+Enter');
  await column(/second.one/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+Enter');
  await column(/first.one/);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nselect 3 as third_one, wrong');
  await page.keyboard.press('Escape');
  for (let at = 0; at < ', wrong'.length; at += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+Enter');
  await column(/third.one/);
  expect(await page.getByText(said.stale).count()).toBe(0);
});

test('a mistake in the second statement is marked there', async () => {
  const page = await open();
  expect(await runOnSqlPage(page, 'select 1 as a;\nselect nothing_here from orders')).not.toBeNull();
  expect(await page.locator('.cm-lintRange-error').allInnerTexts()).toEqual(['nothing_here']);
});

test('Format lays a text out and leaves alone what it cannot read', async () => {
  const page = await open();
  const field = page.getByRole('textbox', { name: said.label });
  const format = page.getByRole('button', { name: said.format, exact: true });
  await field.fill("select a, 'b  c' as d from (select 1 as a) where a=1");
  await format.click();
  await expect.poll(() => field.innerText()).toMatch(/^select\n\s+a,\n\s+'b {2}c' as d\nfrom\n/);
  await field.fill("select 'open");
  await format.click();
  await page.getByText(said.notFormatted).waitFor();
  expect(await field.innerText()).toBe("select 'open");
});

test('the SQL of a figure opens in the editor below what is there, runs, and is there after a reload', async () => {
  const page = await fresh();
  await openSample(page);
  await openSqlPage(page);
  await runOnSqlPage(page, 'select 9 as nine');
  await openAnalysis(page, 'cohort-retention');
  await page.getByText(words.charts.showSql).first().click();
  const shown = (await page.getByRole('region', { name: 'SQL' }).first().textContent()) ?? '';
  await page.getByRole('button', { name: words.ui.openSql }).first().click();
  await page.locator('.cm-content').waitFor();
  await page.getByRole('button', { name: said.run, exact: true }).click();
  await page
    .getByRole('columnheader', { name: /cohort/ })
    .first()
    .waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await savedLine(page).waitFor();
  await page.waitForTimeout(1000);
  await savedLine(page).waitFor();
  await page.reload();
  await page.locator('.cm-content').waitFor();
  // The editor draws what is in sight; the caret is put to its beginning and its end.
  const field = page.getByRole('textbox', { name: said.label });
  await field.press('Control+Home');
  await expect.poll(() => field.innerText()).toMatch(/^select 9 as nine;/);
  await field.press('Control+End');
  await expect
    .poll(() => field.innerText())
    .toContain(shown.trim().replace(/;$/, '').split('\n').at(-1)!.trim());
});
