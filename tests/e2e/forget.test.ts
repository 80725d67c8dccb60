import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { axeFindings } from '../helpers/axe';
import { openApp, type App } from '../helpers/browser';
import { dropFile, openSqlPage, useFile } from '../helpers/journey';
import { heading } from './journey';

let app: App | undefined;
afterEach(async () => {
  const seen = app && { violations: app.violations, errors: app.errors, foreign: app.foreign };
  await app?.close();
  app = undefined;
  expect(seen).toEqual({ violations: [], errors: [], foreign: [] });
});

/** All that IndexedDB holds, files as their text, read past our own code. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const database = await done(indexedDB.open('regulars'));
    const texts: string[] = [];
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([
        done(store.getAllKeys()),
        done(store.getAll() as IDBRequest<unknown[]>),
      ]);
      texts.push(JSON.stringify(keys), JSON.stringify(values));
      for (const value of values) if (value instanceof Blob) texts.push(await value.text());
    }
    database.close();
    for await (const name of (await navigator.storage.getDirectory()).keys()) texts.push(name);
    return texts.join('\n');
  });

const said = words.forget;
const people = Array.from({ length: 12 }, (_, at) =>
  ['2024-01-05', '2024-03-07', '2024-06-01'].map(
    (day, order) => `${3 * at + order},${day},person${at}@example.com,Name of ${at}x,${at + 10}.00`,
  ),
);
const text = `${['Order ID,Order date,Email,Customer name,Amount', ...people.flat()].join('\n')}\n`;
const sales = (page: Page) => page.evaluate(() => window.regulars.report()?.identified.sales);

test('a customer who is forgotten is gone from lists, figures and all that is kept, also after a reload and when the export is opened again', async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  const { page } = app;
  await dropFile(page, { name: 'shop.csv', text });
  await useFile(page);
  const before = Number(await sales(page));
  await page.evaluate(() => (location.hash = '#/customer/person5%40example.com'));
  await page.getByRole('textbox', { name: words.people.page.note }).fill('a secret');
  await page.getByRole('textbox', { name: words.people.page.note }).blur();
  await page.getByText(words.people.page.saved, { exact: true }).waitFor();
  // What a person wrote of them in words of their own: a query, and the name of a segment.
  await openSqlPage(page);
  await page
    .getByLabel(words.pages.sql.label)
    .fill("select * from orders where customer_id = 'person5@example.com'");
  await expect.poll(() => kept(page)).toContain("customer_id = 'person5@example.com'");
  await page.evaluate(() => (location.hash = '#/customers/list?tenure=1..'));
  await page.getByRole('button', { name: words.scope.segments.button, exact: true }).click();
  await page.getByRole('textbox', { name: words.scope.segments.name }).fill('As old as Name of 5x');
  await page.getByRole('button', { name: words.scope.segments.keep }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => kept(page)).toContain('As old as Name of 5x');
  await page.evaluate(() => (location.hash = '#/customer/person5%40example.com'));
  const earlier = await page.evaluateHandle(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('regulars');
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = (store: string) =>
      new Promise<unknown[][]>((resolve) => {
        const found: unknown[][] = [];
        const cursor = database.transaction(store).objectStore(store).openCursor();
        cursor.onsuccess = () => {
          if (!cursor.result) return resolve(found);
          found.push([cursor.result.key, cursor.result.value]);
          cursor.result.continue();
        };
      });
    const rows = {
      blobs: await all('blobs'),
      recipes: await all('recipes'),
      pointers: await all('pointers'),
    };
    database.close();
    return rows;
  });

  await page.getByRole('button', { name: said.button }).click();
  await page.getByText(said.doesNot).waitFor();
  const found = await axeFindings(page, 'forget');
  expect(found, JSON.stringify(found, null, 1).slice(0, 3000)).toEqual([]);
  await page.getByRole('button', { name: said.confirm }).click();
  await page
    .getByText('3: of customers whom you asked to forget', { exact: false })
    .first()
    .waitFor({ timeout: 60_000 });
  expect(Number(await sales(page))).toBe(before - 45);
  const holdsNothing = async () => {
    const all = await kept(page);
    expect(all).toContain('person4@example.com');
    expect(all).not.toMatch(/person5|Name of 5x|a secret/);
  };
  await expect.poll(async () => /person5/.test(await kept(page))).toBe(false);
  await holdsNothing();
  expect(await page.evaluate(() => location.href)).not.toContain('person5');

  // As a version before 0.2 left it when it was closed half way: the hashes are there, and the files have all rows.
  await earlier.evaluate(async (rows) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('regulars');
      opening.onsuccess = () => resolve(opening.result);
    });
    const transaction = database.transaction(Object.keys(rows), 'readwrite');
    for (const [store, all] of Object.entries(rows))
      for (const [key, value] of all) transaction.objectStore(store).put(value, key as IDBValidKey);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  });
  expect(await kept(page)).toMatch(/person5/);
  await page.reload();
  await expect.poll(() => sales(page), { timeout: 60_000 }).toBe(before - 45);
  await expect.poll(async () => /person5/.test(await kept(page)), { timeout: 20_000 }).toBe(false);
  await page.evaluate(() => (location.hash = '#/customer/person5%40example.com'));
  await expect
    .poll(async () => (await heading(page).textContent())?.trim(), { timeout: 30_000 })
    .toBe(words.people.page.none);
  await page.evaluate(() => (location.hash = '#/'));

  // The same file from the disk: left out again, counted, and never kept.
  await dropFile(page, { name: 'shop.csv', text });
  await useFile(page);
  expect(await sales(page)).toBe(before - 45);
  expect(await page.evaluate(() => window.regulars.report()?.rows_set_aside)).toMatchObject([
    { rule: 'forgotten', rows: 3 },
  ]);
  await expect.poll(async () => /person5/.test(await kept(page))).toBe(false);
  await holdsNothing();
});
