import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';
import { canaryFile } from '../helpers/canaries';
import { savedLine as saved } from '../helpers/journey';
import { rawBytes } from '../helpers/raw-storage';

declare global {
  interface Window {
    /** Whether the page was shown again out of the browser's cache; gone where it was loaded anew. */
    __shown: boolean[];
    /** What stood in it as it was left. */
    __left: { rows: number | null; line: string };
    /** Names of workers that never begin, until the page is left; and of those that did not. */
    __drops: string[];
    __dropped: string[];
    /** Rows of an answer that a model gave. */
    __fitted: number | null;
  }
}

let app: App | undefined;
afterEach(async () => {
  const seen = app && { violations: app.violations, errors: app.errors };
  await app?.close();
  app = undefined;
  expect(seen).toEqual({ violations: [], errors: [] });
});

const said = words.storage;
const LONG = { timeout: 30_000 };
const salesOf = (rows: number) =>
  [
    'order_id,date,customer_id,amount',
    ...Array.from({ length: rows }, (_, i) => `${i},2024-0${1 + (i % 9)}-05,c${i % 7},5.00`),
  ].join('\n');
const openFile = (page: Page, name: string, rows: number) =>
  page.evaluate(
    async ([title, text]) => {
      await window.regulars.open([new File([text], title)], { history: 'complete' });
    },
    [name, salesOf(rows)] as const,
  );
const rowsRead = (page: Page) => page.evaluate(() => window.regulars.report()?.rows_read ?? null);

async function openKept(rows: number, before: () => void = () => undefined) {
  app = await openApp({ context: { serviceWorkers: 'block' }, keepsLeftPages: true });
  await app.context.addInitScript(before);
  await app.page.reload();
  await app.page.waitForFunction(() => 'regulars' in window);
  await openFile(app.page, 'first.csv', rows);
  await saved(app.page).waitFor(LONG);
  return app;
}

const leave = async ({ page }: App) => {
  await page.evaluate((label) => {
    window.__shown = [];
    addEventListener('pageshow', ({ persisted }) => window.__shown.push(persisted), { once: true });
    addEventListener(
      'pagehide',
      () => {
        const line = document.querySelector(`[aria-label="${label}"]`)?.textContent ?? '';
        window.__drops = [];
        window.__left = { rows: window.regulars.report()?.rows_read ?? null, line };
      },
      { once: true },
    );
  }, words.ui.trust.label);
  await page.goto('about:blank');
};
/** The browser did not keep the page that was left: what follows would say nothing about one that is shown again. */
class LoadedAnew extends Error {}

/** Back to the page, which has to be the one that was left. */
const comeBack = async ({ page }: App) => {
  await page.goBack({ waitUntil: 'commit' });
  const why = () => performance.getEntriesByType('navigation').map((one) => JSON.stringify(one));
  const shown = await page.evaluate(() => window.__shown as boolean[] | undefined);
  if (shown?.[0] !== true) throw new LoadedAnew(String(await page.evaluate(why)));
  expect(shown).toEqual([true]);
};

/**
 * Chromium does not always keep a page that is left in the middle of starting a worker, one time in ten here, and once gave
 * `weblocks-contention` as its reason, whose cause in our page is not known: then once more.
 */
const whereKept = (run: () => Promise<void>) => async () => {
  for (let attempt = 1; ; attempt += 1)
    try {
      await run();
      return;
    } catch (error) {
      if (!(error instanceof LoadedAnew) || attempt === 6) throw error;
      await app?.close();
      app = undefined;
    }
};

async function anotherTab({ context, server }: App, rows: number, hash = '') {
  const page = await context.newPage();
  await page.goto(`${server.url}${hash}`);
  await expect.poll(() => rowsRead(page), LONG).toBe(rows);
  return page;
}

test(
  'a page that was left and is shown again has its project, and keeps what is opened then, as often as that happens',
  whereKept(async () => {
    const { page } = await openKept(30);
    for (const rows of [40, 50]) {
      await leave(app!);
      await comeBack(app!);
      expect(await rowsRead(page)).toBe(rows - 10);
      await openFile(page, `${rows}.csv`, rows);
      await saved(page).waitFor(LONG);
      expect(await rawBytes(page)).toContain(`"${rows}.csv"`);
    }
    await page.reload();
    await expect.poll(() => rowsRead(page), LONG).toBe(50);
  }),
);

test(
  'a page that is left lets another tab write at once, only reads when it is shown again, and is handed over to',
  whereKept(async () => {
    const { page: first } = await openKept(30);
    await leave(app!);
    const second = await anotherTab(app!, 30);
    expect(await second.getByText(said.otherTab).count()).toBe(0);
    await comeBack(app!);
    await first.getByText(said.otherTab).waitFor(LONG);
    await second.getByText(said.writesHere(1)).waitFor(LONG);

    await openFile(first, 'unkept.csv', 40);
    await first.getByText(said.openUnkept).waitFor(LONG);
    expect(await rawBytes(second)).not.toContain('unkept.csv');
    await first.getByRole('button', { name: said.takeOver }).click();
    await second.getByText(said.otherTab).waitFor(LONG);
    await saved(first).waitFor(LONG);
    expect(await rawBytes(first)).toContain('unkept.csv');

    // The other way about: the tab that writes is left, and the one that waits gets to write.
    await leave(app!);
    await expect.poll(() => second.getByText(said.otherTab).count(), LONG).toBe(0);
    await expect.poll(() => rowsRead(second), LONG).toBe(40);
    await second.close();
    await comeBack(app!);
    await openFile(first, 'last.csv', 50);
    await saved(first).waitFor(LONG);
    expect(await rawBytes(first)).toContain('last.csv');
  }),
);

test(
  'what another tab kept or deleted meanwhile is not brought back by the page that was left',
  whereKept(async () => {
    const { page: first } = await openKept(30);
    await leave(app!);
    const second = await anotherTab(app!, 30, '#/trust');
    await openFile(second, 'second.csv', 40);
    await saved(second).waitFor(LONG);
    await comeBack(app!);
    await first.getByText(said.otherTab).waitFor();
    expect(await rowsRead(first)).toBe(30);
    await second.close();
    // Kept is what the other tab kept; nothing of this tab was unkept, so it follows.
    await expect.poll(() => rowsRead(first), LONG).toBe(40);
    expect(await rawBytes(first)).not.toContain('first.csv');

    await leave(app!);
    const third = await anotherTab(app!, 40, '#/trust');
    await third.getByRole('button', { name: words.pages.trust.delete, exact: true }).click();
    await third.getByRole('button', { name: words.pages.trust.asks.confirm }).click();
    await third.getByText(words.pages.trust.deleted).waitFor();
    await comeBack(app!);
    await first.getByText(said.emptiedElsewhere).waitFor();
    expect(await rowsRead(first)).toBeNull();
    expect(await rawBytes(first)).not.toContain('.csv');
  }),
);

async function readsAndKeepsOn() {
  const { page } = await openKept(30);
  const begin = (rows: number) =>
    page.evaluate((text) => {
      void window.regulars.open([new File([text], `${text.length}.csv`)], { history: 'complete' });
    }, salesOf(rows));
  const isThere = async (rows: number) => {
    await comeBack(app!);
    const left = await page.evaluate(() => window.__left);
    await expect.poll(() => rowsRead(page), LONG).toBe(rows);
    await saved(page).waitFor(LONG);
    expect(await rawBytes(page)).toContain(`"${salesOf(rows).length}.csv"`);
    return left;
  };

  await begin(40_000);
  await leave(app!);
  expect(await isThere(40_000)).toMatchObject({ rows: 30 });

  // Saving may be over before a look from outside: the page itself says when it has begun.
  const saving = page.evaluate(
    ([label, word]) =>
      new Promise<void>((resolve) => {
        const line = document.querySelector(`[aria-label="${label}"]`)!;
        const look = () => line.textContent.includes(word) && resolve();
        new MutationObserver(look).observe(line, { subtree: true, childList: true, characterData: true });
      }),
    [words.ui.trust.label, said.standing.keeping] as const,
  );
  await begin(300_000);
  await saving;
  await leave(app!);
  const left = await isThere(300_000);
  expect(left.rows).toBe(300_000);
  expect(left.line).toContain(said.standing.keeping);

  await page.reload();
  await expect.poll(() => rowsRead(page), LONG).toBe(300_000);
}

test(
  'a page that is left while it reads a file, or keeps it, goes on when it is shown again',
  whereKept(readsAndKeepsOn),
  180_000,
);

/** Chromium never starts a worker whose script was being loaded as the page was left, once in twenty times here, and says nothing of it. */
function dropWorkers() {
  window.__drops = ['engine'];
  window.__dropped = [];
  const Real = window.Worker;
  window.Worker = class extends Real {
    constructor(url: string | URL, options: WorkerOptions = {}) {
      super(url, options);
      if (!window.__drops.includes(options.name ?? '')) return;
      window.__dropped.push(options.name ?? '');
      this.terminate();
    }
  };
}

async function workersBeginAgain() {
  app = await openApp({ context: { serviceWorkers: 'block' }, keepsLeftPages: true });
  const { page } = app;
  await app.context.addInitScript(dropWorkers);
  await page.reload();
  const isDropped = (name: string) =>
    page.waitForFunction((which) => window.__dropped.includes(which), name, LONG);
  await isDropped('engine');
  await leave(app);
  await comeBack(app);
  await openFile(page, 'first.csv', 30);

  const drop = (name: string) => page.evaluate((which) => (window.__drops = [which]), name);
  await drop('reader');
  const { name, text } = canaryFile();
  await page.evaluate(
    ([title, content]) => {
      void window.regulars.open([new File([content], title)], { history: 'complete' });
    },
    [name, text] as const,
  );
  await isDropped('reader');
  await leave(app);
  await comeBack(app);
  await expect.poll(() => rowsRead(page), LONG).toBe(400);

  await drop('models');
  await page.evaluate(() => {
    window.__fitted = null;
    void window.regulars.analyse('clv', {}).then((answer) => (window.__fitted = answer.rows.length));
  });
  await isDropped('models');
  await leave(app);
  await comeBack(app);
  await expect.poll(() => page.evaluate(() => window.__fitted), LONG).not.toBeNull();
}

test(
  'a worker that was about to begin as the page was left begins when it is shown again',
  whereKept(workersBeginAgain),
  180_000,
);

test('sabotage: a page that is not told that it is shown again keeps nothing, and that is seen', async () => {
  const { page } = await openKept(30, () =>
    addEventListener('pageshow', (event) => {
      if (event.persisted) window.__shown.push(true);
      event.stopImmediatePropagation();
    }),
  );
  await leave(app!);
  await comeBack(app!);
  await openFile(page, 'unkept.csv', 40);
  await page.getByRole('region', { name: words.ui.trust.label }).getByText(said.standing.unkept).waitFor();
  expect(await rawBytes(page)).not.toContain('unkept.csv');
});
