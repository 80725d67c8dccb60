import { describe, expect, test } from 'vitest';
import { dataFile, describeWithData } from '../helpers/data';
import { bad, orders, type Upload } from './files';
import { openApp } from '../helpers/browser';
import { freshPage } from './fresh-page';
import { give, goTo, heading, heatmap, mappedFile, toData, toReport, useThisFile } from './journey';

const open = freshPage();

/** The file, the words that the sentence must hold (file, line, column, reason) and those of the next step. */
const mistakes: [string, Upload, RegExp[], RegExp][] = [
  ['an empty file', bad.empty, [/empty\.csv/, /is empty/], /Export it again/],
  ['a header without rows', bad.headerOnly, [/header-only\.csv/, /no rows/, /line 1/], /longer period/],
  ['a PDF renamed .csv', bad.pdf, [/invoice\.csv/, /is a PDF/], /Export the orders/],
  ['a ragged file', bad.ragged, [/ragged\.csv/, /line 4/, /6 cells where 4 were expected/], /line 4/],
];

describe.each(mistakes)('%s', (_what, file, said, next) => {
  test('is refused in one sentence with a next step, and what was open still answers', async () => {
    const page = await open();
    await toReport(page, orders());
    await goTo(page, 'Open another file');
    await give(page, file);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const text = (await alert.textContent()) ?? '';
    for (const part of said) expect(text).toMatch(part);
    expect(text.slice(text.indexOf('What to do'))).toMatch(next);
    await goTo(page, 'Coming back', 'Cohorts');
    await heatmap(page).waitFor();
    const { rows } = await page.evaluate(() => window.regulars.sql('select count(*) as n from orders'));
    expect(rows).toEqual([{ n: 60 }]);
  });
});

test('a date column that is not one is asked about, then refused with file, line, column and a value', async () => {
  const page = await open();
  await toReport(page, orders());
  await goTo(page, 'Open another file');
  await give(page, bad.notDates);
  await page.getByText('are not dates that can be read').waitFor();
  await page.getByRole('radio', { name: /^Order date/ }).check();
  await expect.poll(() => useThisFile(page).isEnabled()).toBe(true);
  await useThisFile(page).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  const text = (await alert.textContent()) ?? '';
  for (const part of [/not-dates\.csv/, /line 2/, /"week 01"/, /column "Order date"/, /Choose the column/])
    expect(text).toMatch(part);
  await page.getByRole('button', { name: 'Not this file' }).click();
  await page.getByText('60 rows read = 60 used + 0 set aside.').waitFor();
});

test('a bad file dropped on the mapping of a good one leaves that mapping to be used', async () => {
  const page = await open();
  await give(page, orders('good.csv'));
  await useThisFile(page).waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([''], 'nothing.csv'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  });
  await page.getByRole('alert').filter({ hasText: 'nothing.csv is empty' }).waitFor();
  expect(await mappedFile(page).textContent()).toContain('good.csv');
  await useThisFile(page).click();
  await toData(page);
  await page.getByText('60 rows read = 60 used + 0 set aside.').waitFor();
});

test('a file that was looked at and not wanted never takes the place of the one that is open', async () => {
  const page = await open();
  await toReport(page, orders());
  await goTo(page, 'Open another file');
  await give(page, bad.notDates);
  await page.getByRole('button', { name: 'Not this file' }).click();
  await page.getByRole('combobox', { name: /price or amount of zero/ }).selectOption('keep');
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Change what columns mean' }).click();
  await expect.poll(() => mappedFile(page).textContent()).toContain('orders.csv');
  const report = await page.evaluate(() => window.regulars.report());
  expect([report?.files[0]?.name, report?.rows_used]).toEqual(['orders.csv', 60]);
});

test('a file that is dropped with a copy of it counts once, and the copy is named', async () => {
  const page = await open();
  await page.locator('input[type=file]').setInputFiles([orders('a.csv'), orders('b.csv')]);
  await useThisFile(page).click();
  await toData(page);
  await page
    .getByText('60 rows read = 60 used + 0 set aside.')
    .or(page.getByText('120 rows read = 60 used + 60 set aside.'))
    .waitFor();
  expect(await page.getByText(/b\.csv/).count()).toBeGreaterThan(0);
});

describeWithData('a file without any customer', () => {
  test('shows sales, and refuses cohorts by the name of what is missing', async () => {
    const page = await open();
    await toReport(page, dataFile('real/tmall/tmall_order_report_excel_resaved.csv'));
    expect(await heading(page).textContent()).toMatch(/orders by unknown buyers, .* in sales/);
    await goTo(page, 'Coming back', 'Cohorts');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/customer/);
    expect(await alert.textContent()).toMatch(/What to do/);
  });
});

test('what fails while a refusal is shown, and what nobody catches, is itself shown', async () => {
  const { page, close } = await openApp({ context: { serviceWorkers: 'block' } });
  try {
    await page.evaluate(() => {
      const replace = String.prototype.replace as (...args: unknown[]) => string;
      String.prototype.replace = function (this: string, ...args: unknown[]) {
        if (this.includes('6 cells where 4')) throw new Error('planted in the sentence');
        return replace.apply(this, args);
      } as typeof String.prototype.replace;
    });
    await give(page, bad.ragged);
    const alert = page.getByRole('alert');
    await alert.getByText('planted in the sentence').waitFor();
    expect(await alert.textContent()).toMatch(/ragged\.csv, line 4/);
    await alert.getByRole('button', { name: 'Close' }).click();
    await page.evaluate(() => void setTimeout(() => Promise.reject(new Error('planted in a promise'))));
    await alert.getByText('planted in a promise').waitFor();
  } finally {
    await close();
  }
});
