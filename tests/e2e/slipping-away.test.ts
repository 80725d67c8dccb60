import { expect, test } from 'vitest';
import { download, dropFile, showMore, useFile } from '../helpers/journey';
import { samePage } from './fresh-page';
import { goTo, heading, openSample, stored } from './journey';

const open = samePage(async () => undefined);
/** Where the first test has not opened it, because another one was asked for alone. */
const sampleShop = async () => {
  const page = await open();
  if (await page.evaluate(() => window.regulars.report() === null)) await openSample(page);
  return page;
};

test('from the first page to who is slipping away and what they are worth in three clicks, each word explained where it stands', async () => {
  const page = await open();
  let clicks = 0;
  const click = async (act: () => Promise<unknown>) => {
    clicks++;
    await act();
  };
  await click(() => openSample(page));
  await click(() => goTo(page, 'Losing', 'Slipping away'));
  await page.getByText('are slipping away').waitFor();
  const said = /^(\d+) customers are slipping away, worth €[\d.]+k a year$/.exec(
    (await heading(page).textContent())?.trim() ?? '',
  );
  const customers = Number(said?.[1]);
  expect(customers).toBeGreaterThan(30);
  await page.getByText(/^Not seen for more than \d+ days/).waitFor();

  const figure = page.getByRole('figure');
  for (const [word, term] of [
    ['Slipping away', /At risk: more than \d+ days without an order/],
    ['Gone', /Lapsed: more than \d+ days without an order/],
    ['Long gone', /Lost: more than \d+ days/],
    ['Not yet back', /Bought on one day only/],
  ] as const) {
    await figure.getByRole('button', { name: word, exact: true }).hover();
    await figure.getByRole('tooltip').filter({ hasText: term }).waitFor();
  }

  await page.getByRole('heading', { name: `Slipping away: ${customers} customers` }).waitFor();
  const save = page.getByRole('button', { name: `Save this list of ${customers} (CSV)` });
  const csv = await download(page, () => click(() => save.click()));
  const [head, ...rows] = csv.trim().split('\r\n');
  expect(head).toContain('email');
  expect(rows.length).toBe(customers);
  expect(clicks).toBeLessThanOrEqual(4);
});

test('a bar leads to its people, by a click and by the keyboard', async () => {
  const page = await sampleShop();
  await goTo(page, 'Losing', 'Slipping away');
  const picture = page.getByRole('figure').first().locator('[role=application]');
  await picture.locator('svg').waitFor();
  const box = (await picture.boundingBox())!;
  const listOf = (name: RegExp) => page.getByRole('grid', { name }).waitFor();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.7);
  await listOf(/^Gone: [\d,]+ customers$/);
  expect(await page.getByRole('combobox', { name: 'Show who' }).inputValue()).toBe('lapsed');
  await picture.focus();
  for (const key of ['End', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await listOf(/^Long gone: [\d,]+ customers$/);
  await goTo(page, 'Losing', 'Late');
  await picture.locator('svg').waitFor();
  await picture.focus();
  for (const key of ['Home', 'Enter']) await page.keyboard.press(key);
  await listOf(/^Not due yet: [\d,]+ customers$/);
  await page.keyboard.press('Enter');
  await listOf(/^Late, and still within reach: [\d,]+ customers$/);
});

test('every page about silence says its answer first and has its table and its method', async () => {
  const page = await sampleShop();
  for (const [place, tab, answer] of [
    ['Losing', 'By month', /^\d+(\.\d)?% of the active customers are lost in a month$/],
    ['Losing', 'When gone', /^After \d+ days without an order hardly anybody comes back$/],
    ['Customers', 'Regulars', /^Your [\d,]+ champions, .+ of the customers, bring .+ of the net$/],
    ['Losing', 'Late', /^[\d,]+ regulars have been away for more than twice their usual gap/],
    [
      'Losing',
      'In common',
      /^Of the customers whose first order had something of Brewing, \d+% are gone; of all it is \d+%$/,
    ],
    ['Losing', 'Cost', /^The [\d,]+ customers lost in the last 12 months had brought €/],
  ] as const) {
    await goTo(page, place, tab);
    await page.getByRole('figure').first().getByRole('img').locator('svg').waitFor();
    await expect.poll(async () => (await heading(page).textContent())?.trim()).toMatch(answer);
    await page.getByText('How this is counted').click();
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByRole('figure').first().getByRole('grid').first().waitFor();
  }
});

test('RFM: a square given to another group, cuts of one’s own, and where they stood a year before', async () => {
  const page = await sampleShop();
  await goTo(page, 'Customers', 'Regulars');
  const champions = async () =>
    /^Your ([\d,]+) champions/.exec((await heading(page).textContent())?.trim() ?? '')?.[1];
  await expect.poll(champions).toBeTruthy();
  const before = await champions();
  await page.getByRole('combobox', { name: 'R 5, F 4' }).selectOption('Champions');
  await expect.poll(champions).not.toBe(before);
  await page.getByRole('button', { name: 'Back to the usual groups' }).click();
  await expect.poll(champions).toBe(before);
  await showMore(page);
  const cuts = page.getByRole('textbox', { name: 'Orders of F 1, 2, 3, 4' });
  await cuts.fill('4,2,1,7');
  await cuts.press('Enter');
  await page.getByText('This has to be four rising numbers').waitFor();
  await cuts.fill('1, 2, 4, 9');
  await cuts.press('Enter');
  await page.getByText('F, by orders: up to 1 is 1, up to 2 is 2, up to 4 is 3, up to 9 is 4').waitFor();
  await page.getByRole('figure').getByRole('combobox', { name: 'Compare with' }).selectOption('12');
  await page.getByRole('heading', { name: 'Where they stood on 31 Dec 2023' }).waitFor();

  // What was set stays with the file, and is not meant for another one.
  const squares = async () => /"rfm\.squares":"(\w+)"/.exec(await stored(page))?.[1];
  await expect.poll(() => stored(page), { timeout: 30_000 }).toContain('1,2,4,9');
  const usual = await squares();
  await page.getByRole('combobox', { name: 'R 5, F 4' }).selectOption('Champions');
  await expect.poll(squares, { timeout: 30_000 }).not.toBe(usual);
  await page.reload();
  await page.getByRole('button', { name: 'More choices' }).click({ timeout: 60_000 });
  await expect.poll(() => cuts.inputValue().catch(() => ''), { timeout: 60_000 }).toBe('1,2,4,9');
  await page.getByText('F, by orders: up to 1 is 1, up to 2 is 2, up to 4 is 3, up to 9 is 4').waitFor();
  const square = page.getByRole('combobox', { name: 'R 5, F 4' });
  expect(await square.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.value)).toBe(
    'Champions',
  );
  const rows = Array.from(
    { length: 30 },
    (_, at) => `${at},2024-0${(at % 6) + 1}-05,k${at % 12},${at + 10}.00`,
  );
  await dropFile(page, {
    name: 'shop.csv',
    text: `Order ID,Order date,Customer ID,Amount\n${rows.join('\n')}\n`,
  });
  await useFile(page);
  await page.evaluate(() => (location.hash = '#/rfm'));
  await page.getByRole('grid', { name: /^All 12 customers/ }).waitFor();
  await showMore(page);
  expect(await cuts.inputValue()).toBe('1,2,4,7');
});
