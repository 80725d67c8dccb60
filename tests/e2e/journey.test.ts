import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { dataFile, describeWithData } from '../helpers/data';
import { chooseSave, download, savedLine } from '../helpers/journey';
import { drop, give, goTo, heading, heatmap, openSample, toData, toReport, useThisFile } from './journey';
import { freshPage, samePage } from './fresh-page';
import { ambiguousDates, namesOnly, newerOrders, orders, workbook } from './files';

const open = freshPage();

describeWithData('a real file, by mouse', () => {
  test('UCI Online Retail: drop, use, report and heatmap without any choice', async () => {
    const page = await open();
    await give(page, dataFile('real/uci_online_retail/online_retail.csv.gz'));
    await useThisFile(page).click({ timeout: 120_000 });
    await toData(page);
    const known = page.getByRole('row', { name: /^Known customers/ });
    expect(await known.getByRole('cell').allTextContents()).toEqual([
      '4,338',
      '18,532',
      '8,911,407.90',
      '-600,930.85',
      '8,310,477.05',
    ]);
    const all = page.getByRole('row', { name: /^All together/ });
    // The published 10,666,684.54 less 32 rows of gift vouchers, which are money taken and not goods.
    expect(await all.textContent()).toContain('10,665,915.40');
    await page.getByRole('link', { name: 'See who came back' }).click();
    await heatmap(page).waitFor();
    expect(await heading(page).textContent()).toMatch(/of new customers order\s+again in the month after/);
    expect(await page.title()).toBe('Who came back · Regulars');
  });
});

describeWithData('several real files at once', () => {
  test('Maven Fuzzy Factory: items, orders and refunds, from the drop to the heatmap', async () => {
    const page = await open();
    const files = ['orders.csv', 'order_items.csv', 'order_item_refunds.csv'];
    await give(
      page,
      files.map((name) => dataFile('real/maven_fuzzy_factory', name)),
    );
    const table = page.getByRole('region', { name: 'What each table is for' });
    await table.getByText('Joined to order_items.csv by order_id: 40,025 of 40,025 found.').waitFor();
    await table.getByText('Joined to orders.csv by order_id: 1,731 of 1,731 found.').waitFor();
    await useThisFile(page).click();
    await toData(page);
    const known = page.getByRole('row', { name: /^Known customers/ });
    await known.waitFor();
    // Orders that came back in full are no orders: counted in Python from the three files.
    expect(await known.getByRole('cell').allTextContents()).toEqual([
      '30,565',
      '31,145',
      '1,879,457.51',
      '-26,286.45',
      '1,853,171.06',
    ]);
    await page.getByText('74,069 rows read = 74,069 used + 0 set aside.').waitFor();
    await page.getByRole('link', { name: 'See who came back' }).click();
    await heatmap(page).waitFor();
    await savedLine(page).waitFor({ timeout: 60_000 });
    await page.reload();
    await heatmap(page).waitFor({ timeout: 60_000 });
    const report = await page.evaluate(() => window.regulars.report());
    expect(report?.files.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'orders.csv orders',
      'order_items.csv lines',
      'order_item_refunds.csv refunds',
    ]);
  });
});

test('a file dropped on the page by mouse is read, and its report adds up', async () => {
  const page = await open();
  await drop(page, orders());
  await useThisFile(page).click();
  await toData(page);
  await page.getByText('60 rows read = 60 used + 0 set aside.').waitFor();
});

test('a newer export is added to the one that is open, and the page says what it changed', async () => {
  const page = await open();
  await toReport(page, orders());
  await goTo(page, 'Open another file');
  await give(page, newerOrders());
  await page.getByRole('button', { name: 'Add it to orders.csv' }).click();
  await page.getByRole('region', { name: 'What each table is for' }).waitFor();
  await useThisFile(page).click();
  await toData(page);
  await page.getByText('brought 2 new orders and changed 1.').waitFor();
  await page.getByText('72 rows read = 62 used + 10 set aside.').waitFor();
});

test('a mapping saved from one file is read back for the next, and a file that is none is refused in words', async () => {
  const page = await open();
  await give(page, orders());
  await useThisFile(page).waitFor();
  const save = page.getByRole('button', { name: 'Save this mapping' });
  const json = await download(page, () => save.click());
  expect(JSON.parse(json)).toMatchObject({ regulars: 'mapping', version: 1 });
  const load = async (text: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Load a mapping' }).click(),
    ]);
    await chooser.setFiles({ name: 'mine.json', mimeType: '', buffer: Buffer.from(text) });
  };
  await load('{}');
  await page.getByText('mine.json is not a mapping that was saved here.').waitFor();
  await load(json);
  await page.getByText('Read from mine.json.').waitFor();
  await useThisFile(page).click();
  await toData(page);
  await page.getByText('60 rows read = 60 used + 0 set aside.').waitFor();
});

test('a file that lists no sales says so on its mapping page, with what to export instead', async () => {
  const page = await open();
  await give(page, {
    name: 'summary.csv',
    mimeType: '',
    buffer: Buffer.from('Name,Total\nTea,12.50\nMug,13.00\n'),
  });
  await page.getByText(/This file has no dates.*Export the orders themselves/).waitFor();
  expect(await useThisFile(page).isDisabled()).toBe(true);
});

test('the whole journey works by keyboard alone, down to the customers of a cell', async () => {
  const page = await open();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (name: RegExp) => {
    for (let steps = 0; steps < 60; steps += 1) {
      await press('Tab');
      const label = await page.evaluate(() => {
        const at = document.activeElement;
        if (at === document.body) return '';
        return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''}`;
      });
      if (name.test(label)) return;
    }
    throw new Error(`no way to ${name} by Tab`);
  };
  await heading(page).waitFor();
  // Listened for before the way there: the browser needs a moment until it hands choosers over.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(/Choose a file/);
  await press('Enter');
  await (await chooser).setFiles(orders());
  await useThisFile(page).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await tabTo(/^\s*Looks right/);
  await press('Enter');
  await page.waitForURL(/#\/home$/);
  await page.locator('main .home a').first().waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await press('Control+k');
  await page.getByRole('combobox', { name: 'Ask or find' }).waitFor();
  await page.keyboard.type('who came back');
  await page.getByRole('option', { name: /^Who came back/ }).waitFor();
  await press('Enter');
  await heatmap(page).waitFor();
  await tabTo(/^Table of/);
  await press('ArrowDown');
  const spoken = page.locator('figure [role=status]').first();
  await expect.poll(() => spoken.textContent()).toMatch(/^Jan 2024, month 0: 2 of 2/);
  await press('ArrowRight');
  await expect.poll(() => spoken.textContent()).toMatch(/^Jan 2024, month 1: /);
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('grid').waitFor();
  expect(await dialog.getByRole('heading').textContent()).toBe('Jan 2024, month 1: the customers');
  expect(await dialog.getByRole('row').count()).toBe(3);
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('application');
});

test('the link that skips to the page leaves the page that is open', async () => {
  const page = await open();
  await toReport(page, orders());
  await page.getByRole('link', { name: 'Skip to the page' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('page');
  expect(await page.getByRole('heading', { name: 'From the file to our number' }).count()).toBe(1);
});

describe('the sample shop', () => {
  const open = samePage(openSample);

  test('the sample shop is one click from the first page to its figures, and one to the heatmap', async () => {
    const page = await open();
    expect(await heading(page).textContent()).toMatch(/^17% of new customers/);
    expect(await page.getByText('1,073 of 6,407').count()).toBe(1);
  });

  test('a rule that is changed rebuilds the tables without moving the page', async () => {
    const page = await open();
    await goTo(page, 'Data');
    const rule = page.getByRole('combobox', { name: /price or amount of zero/ });
    await rule.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await rule.selectOption('keep');
    await page.getByText('39,418 rows read = 39,418 used + 0 set aside.').waitFor({ state: 'attached' });
    expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(120);
  });
});

describe('the heatmap of a file', () => {
  const open = samePage(async (page) => {
    await toReport(page, orders());
    await goTo(page, 'Coming back', 'Cohorts');
    await heatmap(page).waitFor();
  });

  test('the saved table holds every row exactly, and the saved picture every figure', async () => {
    const page = await open();
    const saved = async (name: string) => {
      const download = page.waitForEvent('download');
      await chooseSave(page, name);
      const file = await download;
      return { name: file.suggestedFilename(), text: await text(await file.createReadStream()) };
    };
    const answer = await page.evaluate(() => window.regulars.analyse('cohort-retention'));
    const csv = await saved('Save table (CSV)');
    expect(csv.name).toBe('cohort-retention.csv');
    const [head = '', ...lines] = csv.text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split(/\r?\n/);
    const at = (name: string) => head.split(',').indexOf(name);
    expect(lines.map((line) => line.split(',')[at('retention_rate')])).toEqual(
      answer.rows.map((row) => String(row.retention_rate)),
    );
    const svg = await saved('Save picture (SVG)');
    expect(svg.name).toBe('cohort-retention.svg');
    expect(svg.text).toMatch(/^<\?xml[^>]*>\s*<svg /);
    expect(svg.text).not.toMatch(/<(script|style|foreignObject)|\son\w+=/);
    const written = [...svg.text.matchAll(/<text[^>]*>([^<]*)/g)].map(([, one = '']) => one);
    const groups = new Set(answer.rows.map((row) => String(row.cohort)));
    expect(written.filter((one) => /^(\* )?\w+ 2024 /.test(one))).toHaveLength(groups.size);
    expect(svg.text).toContain(await heading(page).textContent());
  });

  test('the table twin of the heatmap has the rows that the engine gave', async () => {
    const page = await open();
    const answer = await page.evaluate(() => window.regulars.analyse('cohort-retention'));
    await page.getByRole('button', { name: 'Table', exact: true }).first().click();
    const shown = await page
      .locator('figure')
      .first()
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
      );
    const inPage = answer.rows.map((row) => [row.age, row.cohort_size, row.customers].map(String));
    expect(shown.map((cells) => cells.slice(1, 4))).toEqual(inPage);
    expect(shown.map((cells) => Number(cells[4]))).toEqual(
      answer.rows.map((row) => Number((Number(row.retention_rate) * 100).toFixed(2))),
    );
  });
});

test('a question is asked with examples, and its answer can be changed before and after', async () => {
  const page = await open();
  await give(page, ambiguousDates());
  await useThisFile(page).waitFor();
  expect(await useThisFile(page).isDisabled()).toBe(true);
  await page.getByRole('radio', { name: /^Day first/ }).check();
  await expect.poll(() => useThisFile(page).isEnabled()).toBe(true);
  await page.getByRole('radio', { name: /^Month first/ }).check();
  await useThisFile(page).click();
  await toData(page);
  await page.getByText('Orders from 1 Jan 2024 to 12 Oct 2024.').waitFor();
  await page.getByRole('button', { name: 'Change what columns mean' }).click();
  await page.getByRole('combobox', { name: 'Dates are written' }).selectOption('day, month, year');
  await useThisFile(page).click();
  await toData(page);
  await page.getByText('Orders from 1 Jan 2024 to 10 Dec 2024.').waitFor();
});

test('the sheets of a workbook are read, and one can be left out', async () => {
  const page = await open();
  await give(page, await workbook());
  await page.getByText('72 rows in 5 columns.').waitFor();
  await page.getByRole('combobox', { name: 'till.xlsx: Orders' }).selectOption('not used');
  await page.getByText('12 rows in 4 columns.').waitFor();
});

test('names tell customers apart where nothing else does, and the report says so', async () => {
  const page = await open();
  await give(page, namesOnly());
  await useThisFile(page).click();
  await toData(page);
  await page.getByRole('row', { name: /^Known customers 20/ }).waitFor();
  await page.getByText('“Customer name” is read as the customer').waitFor();
});

test('the look that was chosen is kept, and a reload brings the file back in it', async () => {
  const page = await open();
  await toReport(page, orders());
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByRole('combobox', { name: 'Look' }).selectOption('dark');
  const dark = await ground();
  expect(dark).not.toBe(light);
  await savedLine(page).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'From the file to our number' }).waitFor();
  expect(await ground()).toBe(dark);
});
