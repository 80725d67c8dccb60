import { expect, test } from 'vitest';
import { upload } from './files';
import { freshPage } from './fresh-page';
import { give, toData, useThisFile } from './journey';

const open = freshPage();
const soon = { timeout: 20_000 };
/** Two amounts that could be it, two ids that could be the customer, tax beside the amount, a cancelled order. */
const FILE = upload(
  'shop.csv',
  [
    'Order date,Order ID,Customer ID,Client,Amount,Tax,Status,Rating',
    '2024-01-02,1,a,x1,10.00,1.90,paid,5',
    '2024-02-02,2,a,x2,20.00,3.80,paid,4',
    '2024-02-03,3,b,x3,100.00,19.00,paid,5',
    '2024-03-03,4,b,x4,50.00,9.50,paid,',
    '2024-04-03,5,c,x5,58.00,11.02,cancelled,5',
  ].join('\n') + '\n',
);

test('the page says what the file comes to, what a change makes of it, and takes it back', async () => {
  const page = await open();
  await give(page, FILE);
  await page
    .getByRole('heading', { level: 1, name: 'Date, amount, customer number and order number found' })
    .waitFor();
  const totals = page.getByRole('region', { name: 'What this file comes to' });
  await expect.poll(() => totals.textContent(), soon).toMatch(/Orders\s*4\s*Customers\s*2\s*Sales\s*180\.00/);
  // A rival: no column is sure of being the customer.
  await page
    .getByText(/likely · .*“Client” could be it too/)
    .first()
    .waitFor();
  const use = page.getByRole('combobox', { name: 'What “Client” is used as' });
  expect(await use.inputValue()).not.toBe('customer');
  await use.selectOption('customer');
  await expect.poll(() => totals.textContent(), soon).toMatch(/Customers\s*4\s*was 2/);
  expect(await page.getByRole('combobox', { name: 'What “Customer ID” is used as' }).inputValue()).toBe('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => totals.textContent(), soon).toMatch(/Customers\s*2\s*was 4/);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => totals.textContent(), soon).toMatch(/Customers\s*4\s*was 2/);
  // Each column of the file with what it holds, those that nobody uses too.
  await page.getByText(/Numbers · 2 different values · 20% blank/).waitFor();
});

test('a total of the till is explained by the assumption that makes it, counted again, and taken over', async () => {
  const page = await open();
  await give(page, FILE);
  const totals = page.getByRole('region', { name: 'What this file comes to' });
  await expect.poll(() => totals.textContent(), soon).toContain('180.00');
  const says = async (typed: string, answer: RegExp) => {
    await page.getByLabel('Total shown there').fill(typed);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByText(answer).waitFor(soon);
  };
  await says('180', /It agrees: sales before refunds are 180\.00/);
  await says('much', /Type a number/);
  await says('200', /Your total is 20\.00 more than the sales here \(11%\)/);
  await page.getByRole('row', { name: /with cancelled orders 238\.00/ }).waitFor();
  await says('214.20', /With tax, the sales before refunds are 214\.20: that is your total/);
  await says('283.22', /With tax and with cancelled orders, the sales before refunds are 283\.22/);
  await page.getByRole('button', { name: 'Count it so' }).click();
  await expect.poll(() => totals.textContent(), soon).toMatch(/Sales\s*283\.22\s*was 180\.00/);
});

test('the mapping of an open file counts again too, and what is given up leaves the file as it was', async () => {
  const page = await open();
  await give(page, FILE);
  await useThisFile(page).click();
  await toData(page);
  await page.getByRole('button', { name: 'Change what columns mean' }).click();
  const totals = page.getByRole('region', { name: 'What this file comes to' });
  await expect.poll(() => totals.textContent(), soon).toContain('180.00');
  await page.getByRole('combobox', { name: 'What “Client” is used as' }).selectOption('customer');
  await expect.poll(() => totals.textContent(), soon).toMatch(/Customers\s*4\s*was 2/);
  await page.getByRole('button', { name: 'Not this file' }).click();
  await page.getByRole('row', { name: /^Known customers 2/ }).waitFor();
});
