import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { dataFile, describeWithData } from '../helpers/data';
import { axeFindings } from '../helpers/axe';
import { savedLine } from '../helpers/journey';
import { freshPage } from './fresh-page';
import { give, useThisFile } from './journey';

const open = freshPage();
const said = words.earlier;
const LONG = { timeout: 30_000 };

/** The kept project as version 0.1 wrote it: it said nothing of definitions. */
const asOfOldVersion = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const database = await done(indexedDB.open('regulars'));
    const store = database.transaction('recipes', 'readwrite').objectStore('recipes');
    const recipes = await done(store.getAll() as IDBRequest<{ generation: number; definitions?: number }[]>);
    const keys = await done(store.getAllKeys());
    const versions = recipes.map(({ definitions }) => definitions);
    for (const [at, { definitions: _new, ...recipe }] of recipes.entries())
      await done(store.keyPath === null ? store.put(recipe, keys[at]) : store.put(recipe));
    database.close();
    return versions;
  });

describeWithData('a project that was kept under earlier definitions', () => {
  test('says which figures have changed, from what to what, until that was seen; a new one says nothing', async () => {
    const page = await open();
    await give(page, dataFile('edge/never_leave.csv'));
    await useThisFile(page).click(LONG);
    await savedLine(page).waitFor(LONG);
    expect(await page.getByText(said.show).count()).toBe(0);
    expect(await asOfOldVersion(page)).toEqual([2]);

    await page.reload();
    await page.getByText(said.show).click(LONG);
    const table = page.getByRole('region', { name: said.label });
    const line = table.getByRole('row', { name: new RegExp(said.figures.lapse_days!.name) });
    await line.waitFor(LONG);
    const [before, now] = await line.getByRole('cell').allTextContents();
    expect(before).toMatch(/^\d+ days$/);
    expect(now).toBe(said.noLine);
    const gone = table.getByRole('row', { name: new RegExp(said.figures.gone!.name) });
    expect((await gone.getByRole('cell').allTextContents())[1]).toBe('0');
    expect(await axeFindings(page, 'earlier readings')).toEqual([]);

    // Whatever is kept meanwhile, it is said until the person has seen it.
    await page.reload();
    await page.getByRole('button', { name: said.seen }).click(LONG);
    expect(await page.getByText(said.show).count()).toBe(0);
    await savedLine(page).waitFor(LONG);
    await page.reload();
    await savedLine(page).waitFor(LONG);
    expect(await page.getByText(said.show).count()).toBe(0);
  });
});
