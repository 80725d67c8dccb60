import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { dropFile, openSqlPage, runOnSqlPage, useFile } from '../helpers/journey';
import { PAYLOADS } from '../helpers/payloads';
import { zipOf } from '../unit/ingest/zip-bytes';

declare global {
  interface Window {
    /** Calls of `__pwn`, and elements and attributes that no text may become. */
    __ran: unknown[];
    __made: string[];
    /** Every text that was drawn or can be heard, of whatever stood in the page when it was asked for. */
    __texts(within: string): string[];
  }
}

/** Before the first line of the page: what a payload would call, and a look at all that is put into the document. */
function watch() {
  window.__ran = [];
  window.__made = [];
  Object.assign(window, { __pwn: (n: unknown) => window.__ran.push(n) });
  const ours = new Set([...document.querySelectorAll('script')]);
  const look = (element: Element) => {
    const name = element.tagName.toLowerCase();
    if (/^(iframe|object|embed|base|foreignobject)$/.test(name)) window.__made.push(name);
    if (
      name === 'script' &&
      !ours.has(element as HTMLScriptElement) &&
      !(element as HTMLScriptElement).src.startsWith(location.origin)
    )
      window.__made.push(element.outerHTML.slice(0, 80));
    for (const { name: attribute, value } of element.attributes)
      if (
        /^on/i.test(attribute) ||
        (/(href|src|action|data)$/i.test(attribute) && /^\s*javascript:/i.test(value))
      )
        window.__made.push(`${name} ${attribute}=${value.slice(0, 60)}`);
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Element) look(target);
      for (const node of addedNodes)
        if (node instanceof Element) for (const one of [node, ...node.querySelectorAll('*')]) look(one);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  window.__texts = (within) => {
    const found: string[] = [];
    for (const root of document.querySelectorAll(within))
      for (const element of [root, ...root.querySelectorAll('*')]) {
        if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)
          found.push(element.value);
        for (const name of ['title', 'aria-label'])
          if (element.hasAttribute(name)) found.push(element.getAttribute(name)!);
        if (element.childElementCount === 0 || element.tagName === 'P' || element.tagName === 'text')
          found.push((element.textContent ?? '').trim());
      }
    return found;
  };
}

let app: App;
beforeAll(async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  await app.context.addInitScript(watch);
  await app.page.reload();
});
afterAll(() => app.close());

const all = new Set(PAYLOADS);
/** Payloads that stand in the page, whole and unchanged, as a text of their own or inside of one. */
async function seen(page: Page, within = 'body', isInside = false): Promise<Set<string>> {
  const texts = await page.evaluate((where) => window.__texts(where), within);
  if (!isInside) return new Set(texts.filter((text) => all.has(text)));
  // The browser itself writes a slash in the name of a file as a colon, and our heads of columns an underscore as a blank.
  const bare = (text: string) => text.replaceAll('/', ':').replaceAll('_', ' ');
  const whole = bare(texts.join('\n'));
  return new Set(PAYLOADS.filter((payload) => whole.includes(bare(payload))));
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const row = (cells: readonly string[]) => `${cells.map(cell).join(',')}\n`;
const day = (n: number) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);

/** Each payload is a customer, a product and a place; a customer buys three times. */
function hostileOrders(): string {
  const rows = [0, 1, 2].flatMap((time) =>
    PAYLOADS.map((payload, i) => {
      const product = PAYLOADS[(i + time * 7) % PAYLOADS.length]!;
      return row([
        `${time * 1000 + i}`,
        day(time * 90 + (i % 80)),
        payload,
        product,
        payload,
        `${10 + (i % 50)}.00`,
      ]);
    }),
  );
  return row(['order_id', 'order_date', 'customer_id', 'product', 'country', 'amount']) + rows.join('');
}

/** Columns named by payloads beside those of a few orders. */
const hostileHeaders = (): string =>
  row(['order_id', 'order_date', 'customer_id', 'amount', ...PAYLOADS]) +
  Array.from({ length: 20 }, (_, i) =>
    row([`${i}`, day(i * 9), `c${i % 5}`, '5.00', ...PAYLOADS.map(() => 'x')]),
  ).join('');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Each kind of text once: every sheet becomes a table of the engine. */
const SHEETS = PAYLOADS.slice(0, 38);

/** A workbook of these sheets, each with an order. */
function hostileSheets(): Buffer {
  const values = (cells: string[]) =>
    `<row>${cells.map((one) => `<c t="str"><v>${one}</v></c>`).join('')}</row>`;
  const sheet = (i: number) =>
    `<worksheet><sheetData>${values(['order_id', 'order_date', 'customer_id', 'amount'])}${values([`${i}`, day(i), `c${i % 40}`, '5.00'])}</sheetData></worksheet>`;
  const parts: [string, string][] = [
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<workbook><sheets>${SHEETS.map((name, i) => `<sheet name="${escaped(name)}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${SHEETS.map((_, i) => `<Relationship Id="r${i}" Type="x/worksheet" Target="worksheets/s${i}.xml"/>`).join('')}</Relationships>`,
    ],
    ...SHEETS.map((_, i): [string, string] => [`xl/worksheets/s${i}.xml`, sheet(i)]),
  ];
  return Buffer.from(zipOf(parts.map(([name, content]) => ({ name, content: Buffer.from(content) }))));
}

const mapped = (page: Page) => page.getByRole('button', { name: words.pages.mapping.use }).waitFor();
const leaveMapping = async (page: Page) => {
  await page.getByRole('button', { name: words.pages.mapping.back }).click();
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
};
/** All payloads as a name of a file: separated, so that each stands there whole. */
const LONG_NAME = `${PAYLOADS.join(' ')}.csv`;

describe('304 texts that would run, in every place where a text of a person’s is shown', () => {
  test('there are over 300, each another', () => {
    expect(all.size).toBeGreaterThanOrEqual(300);
  });

  test('file names: the sentence about a file that is empty shows them letter by letter', async () => {
    await dropFile(app.page, { name: LONG_NAME, text: '' });
    await app.page.getByRole('alert').waitFor();
    expect((await seen(app.page, '[role=alert]', true)).size).toBe(PAYLOADS.length);
  });

  test('headers: the mapping page names every column', async () => {
    await dropFile(app.page, { name: 'headers.csv', text: hostileHeaders() });
    await mapped(app.page);
    expect((await seen(app.page, 'main', true)).size).toBe(PAYLOADS.length);
    await leaveMapping(app.page);
  });

  test('sheets: every one is named', async () => {
    await dropFile(app.page, { name: 'sheets.xlsx', text: hostileSheets() });
    await mapped(app.page);
    const found = await seen(app.page, 'main', true);
    expect(SHEETS.filter((payload) => !found.has(payload))).toEqual([]);
    await leaveMapping(app.page);
  });

  test('SQL: values, names of columns and sentences of the engine', async () => {
    await dropFile(app.page, { name: 'orders.csv', text: hostileOrders() });
    await useFile(app.page);
    await openSqlPage(app.page);
    const named = PAYLOADS.map((payload) => `1 as "${payload.replaceAll('"', '""')}"`).join(', ');
    expect(await runOnSqlPage(app.page, `select ${named}`)).toBeNull();
    await expect
      .poll(async () => (await seen(app.page, '.answer thead', true)).size, { timeout: 10_000 })
      .toBe(PAYLOADS.length);
    for (let from = 0; from < PAYLOADS.length; from += 20) {
      const few = PAYLOADS.slice(from, from + 20);
      const asked = few.map((payload) => `'${payload.replaceAll("'", "''")}'`).join(', ');
      expect(await runOnSqlPage(app.page, `select unnest([${asked}]) as value`)).toBeNull();
      const found = await seen(app.page, '.answer tbody');
      expect(few.filter((payload) => !found.has(payload))).toEqual([]);
    }
    const unknown = PAYLOADS.map((payload) => `select error('${payload.replaceAll("'", "''")}')`);
    const said = await app.page.evaluate(async (texts) => {
      const label = [...document.querySelectorAll('button')].find((one) => one.matches('.main'))!;
      const area = document.querySelector('textarea')!;
      const found: string[] = [];
      for (const text of texts) {
        area.value = text;
        area.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
        label.click();
        do await new Promise((resolve) => setTimeout(resolve));
        while (label.disabled);
        found.push(document.querySelector('[role=alert]')?.textContent ?? '');
      }
      return found;
    }, unknown);
    expect(PAYLOADS.filter((payload, i) => !said[i]!.includes(payload))).toEqual([]);
  });

  test('customers: the title of the page and its heading, and a note about one', async () => {
    // Each asks the engine six questions: every ninth text, so that nearly each kind is among them.
    const keys = PAYLOADS.filter((_, i) => i % 9 === 0);
    const titles = await app.page.evaluate(async (asked) => {
      const found: string[] = [];
      for (const key of asked) {
        location.hash = `#/customer/${encodeURIComponent(key)}`;
        for (let i = 0; i < 2000 && !document.title.startsWith(key.slice(0, 40)); i++)
          await new Promise((resolve) => setTimeout(resolve, 5));
        found.push(document.title);
      }
      return found;
    }, keys);
    expect(keys.filter((key, i) => !titles[i]!.startsWith(key.slice(0, 59)))).toEqual([]);
    const note = app.page.getByLabel(words.people.page.note, { exact: true });
    await note.waitFor({ timeout: 60_000 });
    await note.fill(PAYLOADS.slice(0, 40).join(' '));
    await note.blur();
    expect((await seen(app.page, 'main', true)).size).toBeGreaterThanOrEqual(40);
  });

  test('every question and the report: products, customers and places in tables, axes, legends and tips', async () => {
    const { page } = app;
    const asked = await page.evaluate(() =>
      window.regulars.analyses().map(({ id, title }) => ({ path: id, title })),
    );
    const split = asked.filter(({ path }) => /^(first-order|cohort-retention|repeat-rate)$/.test(path));
    const pages = [
      ...asked,
      ...split.map(({ path, title }) => ({ path: `${path}?segment_by=country`, title })),
    ];
    const found = { texts: new Set<string>(), pictures: new Set<string>() };
    for (const { path, title } of [{ path: 'report', title: words.pages.titles.report }, ...pages]) {
      await page.evaluate((hash) => (location.hash = hash), `#/${path}`);
      // Questions that this small shop has no answer to say so in words.
      await page
        .waitForFunction(
          ([name, loading]) =>
            document.title.startsWith(name) &&
            document.querySelector('main figure[aria-busy=true], main progress') === null &&
            !document.querySelector('main')!.innerText.includes(loading),
          [title, words.pages.loadingView] as const,
          { timeout: 15_000 },
        )
        .catch(() => undefined);
      for (const picture of await page.locator('[role=application]').all()) {
        await picture.focus().catch(() => undefined);
        for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
      }
      for (const payload of await seen(page, 'main', true)) found.texts.add(payload);
      for (const payload of await seen(page, 'main figure', true)) found.pictures.add(payload);
    }
    console.log(
      `${found.texts.size} of ${PAYLOADS.length} stood in the pages, ${found.pictures.size} in pictures`,
    );
    // Lists show their first rows, and pictures the largest few: nearly each kind of text is among them.
    const kinds = new Set([...found.texts].map((payload) => PAYLOADS.indexOf(payload) % SHEETS.length));
    expect(kinds.size).toBeGreaterThan(30);
    expect(found.pictures.size).toBeGreaterThan(0);
  }, 300_000);

  test('nothing ran, nothing asked, no attribute and no address became code', async () => {
    await app.settle();
    const { ran, made } = await app.page.evaluate(() => ({ ran: window.__ran, made: window.__made }));
    expect({ ran, made, dialogs: app.dialogs, foreign: app.foreign }).toEqual({
      ran: [],
      made: [],
      dialogs: [],
      foreign: [],
    });
    expect({ violations: app.violations, errors: app.errors }).toEqual({ violations: [], errors: [] });
  });

  test('sabotage: a handler, an address and a text that lost its marks are seen', async () => {
    const { page } = app;
    await openSqlPage(page);
    await runOnSqlPage(page, "select '<b>tea</b>' as value");
    await page.evaluate(() => {
      const image = document.createElement('img');
      // Trusted Types refuse a handler that the browser knows.
      image.setAttribute('onplanted', '__pwn(1)');
      const link = document.createElement('a');
      link.setAttribute('href', ['javascript', '__pwn(2)'].join(':'));
      document.body.append(image, link);
      (window as unknown as { __pwn(n: number): void }).__pwn(3);
    });
    await expect.poll(() => page.evaluate(() => window.__made.length)).toBe(2);
    expect(await page.evaluate(() => window.__ran)).toEqual([3]);
    const texts = () => page.evaluate(() => window.__texts('.answer tbody'));
    expect(await texts()).toContain('<b>tea</b>');
    await page.evaluate(() => {
      const [value] = document.querySelectorAll('.answer tbody bdi');
      value!.textContent = value!.textContent!.replace(/<[^>]*>/g, '');
      for (const one of document.querySelectorAll('.answer tbody [title]')) one.removeAttribute('title');
    });
    expect(await texts()).not.toContain('<b>tea</b>');
  });
});
