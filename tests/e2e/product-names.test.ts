import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { axeFindings } from '../helpers/axe';
import { upload } from './files';
import { freshPage } from './fresh-page';
import { give, goTo, toData, toReport, useThisFile } from './journey';

const open = freshPage();
const said = words.pages.productNames;
/** A busy machine is no failure. */
const soon = { timeout: 60_000 };

/** Twelve customers who bought a mug under one name, in two spellings, and twelve who did under another. */
const shop = (name: string, month: string) => {
  const rows = Array.from({ length: 24 }, (_, i) => {
    const product = i < 9 ? 'White Mug' : i < 12 ? 'WHITE MUG' : '"Mug, white"';
    return `2024-${month}-${String(i + 1).padStart(2, '0')},${month}${i},k${i},${product},10.00`;
  });
  return upload(name, ['Order date,Order ID,Customer ID,Product,Amount', ...rows].join('\n'));
};

/** Products and their buyers, as the table of the page has them. */
async function buyers(page: Page): Promise<string[]> {
  const rows = await page.getByRole('grid', { name: /again/ }).getByRole('row').all();
  const cells = await Promise.all(rows.map((row) => row.getByRole('gridcell').allTextContents()));
  const names = await Promise.all(rows.map((row) => row.getByRole('rowheader').allTextContents()));
  return rows.flatMap((_, at) => {
    const [product, , count] = [...names[at]!, ...cells[at]!].map((text) => text.trim());
    return product ? [`${product}: ${count}`] : [];
  });
}

async function toProducts(page: Page): Promise<void> {
  await goTo(page, 'Products', 'Bought again');
  await page.getByRole('combobox', { name: 'With at least' }).selectOption('10');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
}
const openNames = (page: Page) => page.locator('summary', { hasText: 'Product names' }).click();
const apart = ['Mug, white: 12', 'White Mug: 12'];
const together = ['White Mug: 24'];

test('a product under two names is counted as one where a person says so: it is undone, survives a reload, and the next file knows it', async () => {
  const page = await open();
  const products = (wanted: string[]) =>
    expect.poll(async () => (await buyers(page)).sort(), soon).toEqual(wanted);
  await toReport(page, shop('march.csv', '03'));
  await toProducts(page);
  await products(apart);

  await openNames(page);
  await page.getByText(said.rules.order!, { exact: true }).waitFor();
  const [name, same_as] = [page.getByLabel(said.name), page.getByLabel(said.same_as)];
  const merge = page.getByRole('button', { name: said.merge });
  await name.fill('Teapot');
  await same_as.fill('White Mug');
  await merge.click();
  await page.getByText(said.unknown('Teapot')).waitFor();
  await name.fill('mug,  WHITE');
  await merge.click();
  await products(together);
  await page.getByText(said.merged('Mug, white', 'White Mug')).waitFor();
  expect(await axeFindings(page, 'product names')).toEqual([]);

  await page.reload();
  await page.getByRole('heading', { level: 1, name: /again/ }).waitFor(soon);
  await toProducts(page);
  await products(together);
  await page.getByText(said.summary('1')).waitFor();
  await goTo(page, words.pages.nav.data);
  const line = page.getByRole('row', { name: said.inReport });
  expect(await line.getByRole('cell').first().textContent()).toBe('1');
  await line.getByRole('link', { name: said.see }).click();

  await toProducts(page);
  await openNames(page);
  await page.getByRole('button', { name: said.undoOf('Mug, white') }).click();
  await products(apart);
  await page.getByRole('button', { name: said.countAs('Mug, white') }).click();
  await products(['Mug, white: 24']);

  await page.getByRole('link', { name: words.pages.nav.another }).click();
  await give(page, shop('april.csv', '04'));
  await page.getByText(/^As you chose on/).waitFor(soon);
  await useThisFile(page).click();
  await toData(page);
  await toProducts(page);
  await products(['Mug, white: 24']);
});
