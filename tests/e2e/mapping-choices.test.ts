import { expect, test } from 'vitest';
import { upload } from './files';
import { freshPage } from './fresh-page';
import { give, goTo, toData, useThisFile } from './journey';

const open = freshPage();
/** Tables are built anew. */
const soon = { timeout: 20_000 };
const csv = (name: string, ...lines: string[]) => upload(name, lines.join('\n') + '\n');

test('how letters, day numbers and phones are read can be said, and the report follows', async () => {
  const page = await open();
  // One person under two spellings of a phone; the name holds bytes that are Polish in one encoding and French in another.
  const rows = [
    'Datum;Auftrag;Telefon;Name;Betrag',
    '43000;1;0901 234 567;Ma\xb3gorzata;10,00',
    '43040;2;+84 901 234 567;Ma\xb3gorzata;20,00',
    '43080;3;0902 765 432;W\xb3adys\xb3aw;30,00',
  ];
  await give(page, upload('till.csv', Buffer.from(rows.join('\n'), 'latin1')));
  await useThisFile(page).waitFor();
  await page.getByRole('combobox', { name: 'Letters are encoded as' }).selectOption('windows-1250');
  await page.getByText('Texts then read: Małgorzata').waitFor();
  // Both before the engine can have answered either: the second keeps the first.
  const days = await page.getByRole('combobox', { name: 'Day numbers count from' }).elementHandle();
  const prefix = await page.getByRole('textbox', { name: 'Country prefix of phones' }).elementHandle();
  await page.evaluate(
    (both) => {
      for (const [field, value] of both) {
        (field as HTMLInputElement).value = value;
        field?.dispatchEvent(new Event('input', { bubbles: true }));
        field?.dispatchEvent(new Event('change', { bubbles: true }));
      }
    },
    [
      [days, '1904'],
      [prefix, '+84'],
    ] as const,
  );
  await useThisFile(page).click();
  await toData(page);
  const figures = page.getByRole('row', { name: /^Known customers/ });
  await figures.waitFor();
  expect(await figures.getByRole('cell').allTextContents()).toEqual(['2', '3', '60.00', '0.00', '60.00']);
  // Day 43000 is 22 September 2017 in Excel; from 1904 it is 1,462 days later.
  await page
    .getByText(/23 Sept? 2021/)
    .first()
    .waitFor();
});

test('what one currency is worth in another can be entered, changed and taken back', async () => {
  const page = await open();
  await give(
    page,
    csv(
      'shop.csv',
      'Order date,Order ID,Customer ID,Amount,Currency',
      '2024-01-02,1,a,10.00,EUR',
      '2024-02-02,2,a,20.00,EUR',
      '2024-02-03,3,b,100.00,USD',
    ),
  );
  await page.getByRole('radio', { name: /^Those in EUR/ }).check();
  await useThisFile(page).click();
  await toData(page);
  const all = page.getByRole('row', { name: /^All together/ });
  await all.waitFor();
  expect(await all.textContent()).toContain('30.00');
  const rate = page.getByRole('textbox', { name: '1 USD in EUR' });
  await rate.fill('nothing');
  await page.getByRole('button', { name: 'Count them at these rates' }).click();
  await page.getByText('Enter a number above 0').waitFor();
  await rate.fill('0.9');
  await page.getByRole('button', { name: 'Count them at these rates' }).click();
  await expect.poll(() => all.textContent(), soon).toContain('120.00');
  await page.getByRole('button', { name: 'Count one currency only' }).click();
  await expect.poll(() => all.textContent(), soon).toContain('30.00');
});

test('a mapping that was chosen is remembered for the next file with these columns, and forgotten on demand', async () => {
  const page = await open();
  const names = (name: string, who: string) =>
    csv(
      name,
      'Order date,Order ID,Customer name,Amount',
      `2024-01-02,1,${who},10.00`,
      `2024-02-02,2,${who},5.00`,
    );
  await give(page, names('march.csv', 'Ada Ray'));
  const byName = page.getByRole('button', { name: 'Identify customers by name' });
  await byName.waitFor();
  await byName.click();
  await page.getByText('two people with one name are taken for one').waitFor();
  await useThisFile(page).click();
  await toData(page);
  const figures = page.getByRole('row', { name: /^Known customers/ });
  await figures.waitFor();
  await page.getByRole('link', { name: 'Open another file' }).click();
  await give(page, names('april.csv', 'Bo Lee'));
  await page.getByText(/^As you chose on/).waitFor();
  await page.getByText('two people with one name are taken for one').waitFor();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await byName.waitFor();
  expect(await page.getByText(/^As you chose on/).count()).toBe(0);
});

test('customers who were taken for one can be set apart and joined again', async () => {
  const page = await open();
  await give(
    page,
    csv(
      'shop.csv',
      'Order date,Order ID,Customer ID,E-mail,Amount',
      '2024-01-02,1,K1,ada@example.com,10.00',
      '2024-02-02,2,K2,ada@example.com,20.00',
      '2024-03-02,3,K3,bo@example.com,30.00',
    ),
  );
  await useThisFile(page).click();
  await toData(page);
  const figures = page.getByRole('row', { name: /^Known customers/ });
  await figures.waitFor();
  const customers = async () => (await figures.getByRole('cell').allTextContents())[0];
  expect(await customers()).toBe('2');
  await page
    .getByRole('button', { name: /^Set apart: / })
    .first()
    .click();
  await expect.poll(customers, soon).toBe('3');
  await page.getByRole('button', { name: 'Join them again' }).click();
  await expect.poll(customers, soon).toBe('2');
});

test('what is chosen in the report is about the file that is open, also while another lies on the mapping page', async () => {
  const page = await open();
  const one = (name: string, amount: string) =>
    csv(name, 'Order date,Order ID,Customer ID,Amount,Status', `2024-01-02,1,a,${amount},cancelled`);
  const shop = (name: string, amount: string) => {
    const { buffer, ...rest } = one(name, amount);
    return { ...rest, buffer: Buffer.from(`${String(buffer)}2024-02-02,2,a,${amount},done\n`) };
  };
  await give(page, shop('march.csv', '10.00'));
  await useThisFile(page).click();
  await toData(page);
  const all = page.getByRole('row', { name: /^All together/ });
  await expect.poll(() => all.textContent(), soon).toContain('10.00');
  await page.getByRole('link', { name: 'Open another file' }).click();
  await give(page, shop('april.csv', '70.00'));
  await useThisFile(page).waitFor();
  await goTo(page, 'Data');
  await page.getByRole('combobox', { name: 'Cancelled orders' }).selectOption('keep');
  await expect.poll(() => all.textContent(), soon).toContain('20.00');
});

test('where two orders on one day make a difference, pages that count repeats give both shares', async () => {
  const page = await open();
  await give(
    page,
    csv(
      'bar.csv',
      'Order date,Order ID,Customer ID,Amount',
      ...['2024-01-02,1,a,10.00', '2024-01-02,2,a,20.00', '2024-02-03,3,b,5.00', '2024-03-04,4,b,5.00'],
      ...['2024-03-05,5,c,5.00', '2024-03-05,6,d,5.00'],
    ),
  );
  await useThisFile(page).click();
  await toData(page);
  const both = page.getByText('By orders 50% of the customers came back, by days of purchase 25%').first();
  await both.waitFor();
  for (const [place, tab] of [
    ['Home', 'Compared'],
    ['Coming back', 'Cohorts'],
  ] as const) {
    await goTo(page, place, tab);
    await page.getByRole('main').locator('figure').first().waitFor();
    await both.waitFor();
  }
});
