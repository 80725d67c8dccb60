import type { Page } from 'playwright-core';
import { words } from '../../src/i18n/words';
import type { Upload } from './files';

/** Give the page a file, or several, as its file button would. */
export const give = (page: Page, file: Upload | string | string[]) =>
  page.locator('input[type=file]').setInputFiles(file);

/** What a person does with a file from a desktop folder: drag it over the page and let go. */
export async function drop(page: Page, { name, mimeType, buffer }: Upload): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([text, fileName, type]) => {
      const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName, { type }));
      return data;
    },
    [buffer.toString('base64'), name, mimeType] as const,
  );
  const zone = page.getByRole('group', { name: 'Drop a sales file here' });
  for (const event of ['dragenter', 'dragover', 'drop'])
    await zone.dispatchEvent(event, { dataTransfer: transfer });
}

export const useThisFile = (page: Page) => page.getByRole('button', { name: 'Looks right' });
/** The file whose columns the mapping page shows. */
export const mappedFile = (page: Page) => page.locator('.mapping .file');
export const heatmap = (page: Page) => page.getByRole('application', { name: /^Table of/ });
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** From a file to its import report. */
export async function toReport(page: Page, file: Upload | string): Promise<void> {
  await give(page, file);
  await useThisFile(page).click({ timeout: 120_000 });
  await toData(page);
}

/** From the figures, where an accepted file leads, to what became of its rows. */
export async function toData(page: Page): Promise<void> {
  await page.waitForURL(/#\/home$/, { timeout: 120_000 });
  await goTo(page, 'Data');
  await page.getByRole('heading', { name: 'From the file to our number' }).waitFor({ timeout: 120_000 });
}

/** The one click of the first page, and one more to the first grid. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample shop' }).click();
  await page.waitForURL(/#\/home$/, { timeout: 120_000 });
  await goTo(page, 'Coming back');
  await heatmap(page).waitFor({ timeout: 120_000 });
}

/** A place, or what is apart below the places, and a tab of it; on a phone what is apart is behind “More”. */
export async function goTo(page: Page, name: string, tab?: string): Promise<void> {
  const tabs = page.getByRole('navigation', { name: words.ui.tabsOf(name) });
  if (!tab || !(await tabs.isVisible())) {
    const link = page
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(`^${name}( \\(|$)`) })
      .and(page.locator(':visible'));
    const more = page.getByRole('button', { name: words.ui.furtherPages, exact: true });
    if ((await link.count()) === 0) await more.click();
    await link.first().click();
  }
  if (tab) await tabs.getByRole('link', { name: tab, exact: true }).click();
}

/** Everything that IndexedDB holds besides files, read past our own code. */
export const stored = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const database = await done(indexedDB.open('regulars'));
    const stores = await Promise.all(
      [...database.objectStoreNames].map((name) =>
        done(database.transaction(name).objectStore(name).getAll()),
      ),
    );
    database.close();
    return JSON.stringify(stores);
  });
