import type { Locator, Page } from 'playwright-core';
import { words } from '../../src/i18n/words';
import { addressOf, hrefOf } from '../../src/state/addresses';

export interface SalesFile {
  name: string;
  text: string | Buffer;
}

/** Give the page a file, as the file chooser would: a text, or the path of a file on disk. */
export async function dropFile(page: Page, file: SalesFile | string) {
  // After a reload the app is there a moment later than the page.
  await page.locator('h1').first().waitFor();
  const input = page.locator('input[type=file]').first();
  if ((await input.count()) === 0) await page.locator('nav a[href="#/"]').first().click();
  if (typeof file === 'string') return input.setInputFiles(file);
  await input.setInputFiles({ name: file.name, mimeType: '', buffer: Buffer.from(file.text) });
}

/** From the mapping page to the report, by way of the figures that it opens with. */
export async function useFile(page: Page) {
  const use = page.getByRole('button', { name: words.pages.mapping.use });
  await use.click();
  await page.waitForURL(/#\/home$/);
  await page.locator('nav a[href="#/data"]').first().click();
  await page.getByRole('heading', { level: 1, name: /known customers/ }).waitFor();
}

/** The line that says that what is open is kept. Reload after it, never after so many milliseconds. */
export const savedLine = (page: Page) =>
  page.getByRole('region', { name: words.ui.trust.label }).getByText(words.storage.standing.kept);

/** Open a question by its place and its tab. */
export async function openQuestion(page: Page, id: string) {
  const tab = page.locator(`nav a[href="${hrefOf(id)}"]`).first();
  if ((await tab.count()) === 0)
    await page
      .locator(`nav a[href="#/${addressOf(id).split('/')[0]}"]`)
      .first()
      .click();
  await tab.click();
}

/** Open a question and wait for its heatmap. */
export async function openAnalysis(page: Page, id: string) {
  await openQuestion(page, id);
  await page.locator(`[role=application] svg`).first().waitFor();
}

/** The dialog with the customers of a cell, opened by keyboard and closed again. */
export async function openCell(page: Page) {
  await page.locator('[role=application]').first().focus();
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  await dialog.locator('table').waitFor();
  return dialog;
}

/** Press a button that saves a file; the text of the file. */
export async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), press()]);
  const stream = await saved.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Choose from the menu "Save" of the first figure in `within`. */
export async function chooseSave(within: Page | Locator, name: string): Promise<void> {
  await within.getByRole('button', { name: words.charts.save, exact: true }).first().click();
  await within.getByRole('button', { name, exact: true }).first().click();
}

/** Show the controls that few change, of the first figure in `within` that has some. */
export async function showMore(within: Page | Locator): Promise<void> {
  const more = within.getByRole('button', { name: words.charts.more }).first();
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
}

/** Run a text on the SQL page; the words of the problem, or null where there is an answer. */
export async function runOnSqlPage(page: Page, text: string): Promise<string | null> {
  await page.getByLabel(words.pages.sql.label).fill(text);
  const run = page.getByRole('button', { name: words.pages.sql.run, exact: true });
  await run.click();
  await page.waitForFunction(
    (name) =>
      [...document.querySelectorAll('button')].some(
        (one) => one.textContent.trim() === name && !one.disabled,
      ),
    words.pages.sql.run,
  );
  const problem = page.getByRole('alert');
  return (await problem.count()) > 0 ? problem.first().innerText() : null;
}

export async function openSqlPage(page: Page) {
  await page.locator('nav a[href="#/sql"]').first().click();
  await page.getByLabel(words.pages.sql.label).waitFor();
}

/**
 * Run many texts on the SQL page, one after another, from inside the page: each is pasted over the one before. What is said of each that fails, else nothing.
 */
export async function runAllOnSqlPage(page: Page, texts: string[]): Promise<string[]> {
  await page.locator('.cm-content').waitFor();
  return page.evaluate(
    async ([all, label]) => {
      const roots = [...document.querySelectorAll('main div')].flatMap((one) => one.shadowRoot ?? []);
      const field = roots[0]?.querySelector<HTMLElement>('[role=textbox]');
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === label);
      if (!field || !button) throw new Error('this is not the SQL page');
      const pause = () => new Promise((resolve) => setTimeout(resolve));
      const said: string[] = [];
      for (const text of all) {
        field.focus();
        getSelection()?.selectAllChildren(field);
        await pause();
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        await pause();
        button.click();
        do await pause();
        while (button.disabled);
        said.push(document.querySelector('[role=alert]')?.textContent ?? '');
      }
      return said;
    },
    [texts, words.pages.sql.run] as const,
  );
}

/** All that a person does with a file: drop, use, report, both analyses, a cell, every download, a query. */
export async function wholeJourney(page: Page, file: SalesFile | string): Promise<string[]> {
  const saved: string[] = [];
  const save = async (name: string, within = page.locator('body')) =>
    saved.push(await download(page, () => within.getByRole('button', { name }).first().click()));
  await dropFile(page, file);
  await useFile(page);
  for (const id of ['cohort-retention', 'cohort-value']) {
    await openAnalysis(page, id);
    for (const name of [words.charts.savePicture, words.charts.saveTable])
      saved.push(await download(page, () => chooseSave(page, name)));
    const dialog = await openCell(page);
    await save(words.ui.download, dialog);
    await dialog.getByRole('button', { name: words.ui.close }).click();
  }
  await openSqlPage(page);
  await runOnSqlPage(page, 'select * from orders order by order_id');
  await save(words.ui.download);
  await page.locator('a[href="#/trust"]').first().click();
  await page.getByRole('heading', { level: 1, name: words.pages.trust.title }).waitFor();
  return saved;
}
