import { expect, test } from 'vitest';
import { upload } from './files';
import { freshPage } from './fresh-page';
import { give, goTo, toData, useThisFile } from './journey';

const open = freshPage();
/** Tables are built anew. */
const soon = { timeout: 20_000 };
const csv = (name: string, ...lines: string[]) => upload(name, lines.join('\n') + '\n');
const HEAD = 'Order date,Order ID,Customer ID,Amount';
const NIGHTS = ['2024-04-01 01:30:00', '2024-03-01 21:00:00', '2024-07-05 22:00:00', '2024-10-06 23:00:00'];

test('weeks, years and the end of the day are chosen by keyboard, said, and remembered', async () => {
  const page = await open();
  const bar = (name: string) => csv(name, HEAD, ...NIGHTS.map((at, i) => `${at},${i},a,10.00`));
  const field = (name: string) => page.getByRole('combobox', { name, exact: true });
  await give(page, bar('bar.csv'));
  await useThisFile(page).waitFor();
  for (const [name, typed] of [
    ['Weeks begin on', 'Sunday'],
    ['The year begins with', 'April'],
    ['A day of sales ends at', '4'],
  ] as const) {
    await field(name).focus();
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await useThisFile(page).click();
  await toData(page);
  const weeks = page.getByText('Weeks begin on Sunday, as you chose');
  await weeks.waitFor();
  await page.getByText('Years begin with April').waitFor();
  await page.getByText('A day ends at 4 a.m., as you chose').waitFor();
  await page.getByText('1 order from after midnight counts for the day before').waitFor();
  await goTo(page, 'Home', 'New and lost');
  await field('For each').selectOption('year');
  await page.getByRole('figure').getByText('FY2024').first().waitFor();
  await field('For each').selectOption('quarter');
  await page.getByText('Q2 FY2025').first().waitFor();
  await goTo(page, 'How we count');
  await weeks.waitFor();
  await page.getByRole('link', { name: 'Open another file' }).click();
  await give(page, bar('april.csv'));
  await page.getByText(/^As you chose on/).waitFor();
  await expect.poll(() => field('Weeks begin on').inputValue(), soon).toBe('7');
  expect(await field('The year begins with').inputValue()).toBe('4');
  expect(await field('A day of sales ends at').inputValue()).toBe('4');
});

test('where dates have no times the end of the day is not offered', async () => {
  const page = await open();
  await give(page, csv('days.csv', HEAD, ...NIGHTS.map((at, i) => `${at.slice(0, 10)},${i},a,10.00`)));
  await useThisFile(page).waitFor();
  await page.getByRole('combobox', { name: 'Weeks begin on' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'A day of sales ends at' }).count()).toBe(0);
});
