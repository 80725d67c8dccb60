import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { openKept as OpenKept, Kept } from '../../src/storage/kept';
import { openApp, type App } from '../helpers/browser';
import { buildVariant } from '../helpers/build';

interface Inside {
  openKept: typeof OpenKept;
  kept: Kept;
}

let folder = '';
let app: App | undefined;
beforeAll(async () => {
  folder = await buildVariant(
    'kept',
    "import { openKept } from './storage/kept';\nObject.assign(globalThis, { openKept });",
  );
});
afterEach(async () => {
  await app?.close();
  app = undefined;
});

const open = async () => (app = await openApp({ dir: folder, context: { serviceWorkers: 'block' } }));

const start = (page: Page) =>
  page.evaluate(async () => {
    const inside = globalThis as unknown as Inside;
    while (!inside.openKept) await new Promise((resolve) => setTimeout(resolve, 20));
    // Beside the app's own project: another database, and locks of other names.
    const locks = {
      request: (name: string, ...rest: unknown[]) =>
        (navigator.locks.request as (...all: unknown[]) => Promise<unknown>)(`test ${name}`, ...rest),
      query: () => navigator.locks.query(),
    } as LockManager;
    const outcome = await inside.openKept({ name: 'regulars-test', locks });
    if (!outcome.ok) return outcome.error.code;
    inside.kept = outcome.value;
    return outcome.value.role();
  });

/** Keep a project of that many bytes; the code of the problem, or 'kept'. */
const keep = (page: Page, name: string, bytes: number) =>
  page.evaluate(
    async ([title, size]) => {
      const { kept } = globalThis as unknown as Inside;
      const filling = new Uint8Array(size).fill(title.length);
      const files = [{ name: `${title}.csv`, sha256: `hash of ${title}`, bytes: new Blob([filling]) }];
      const outcome = await kept.keep({ name: title, app: '0', files, choices: {}, settings: {} });
      return outcome.ok ? 'kept' : `${outcome.error.code}: ${outcome.error.message}`;
    },
    [name, bytes] as [string, number],
  );

/** Name, size and last byte of the project that opens. */
const reopen = (page: Page) =>
  page.evaluate(async () => {
    const { kept } = globalThis as unknown as Inside;
    const outcome = await kept.reopen();
    if (!outcome.ok) return outcome.error.code;
    const blob = outcome.value?.files[0]?.bytes;
    if (!outcome.value || !blob) return null;
    const last = new Uint8Array(await blob.slice(-1).arrayBuffer())[0];
    return { name: outcome.value.name, bytes: blob.size, last };
  });

test('a kept project of 5 MB is there after a reload, byte for byte', async () => {
  const { page } = await open();
  expect(await start(page)).toBe('writer');
  expect(await keep(page, 'sales', 5_000_000)).toBe('kept');
  await page.reload();
  expect(await start(page)).toBe('writer');
  expect(await reopen(page)).toEqual({ name: 'sales', bytes: 5_000_000, last: 5 });
});

// A full disk is tested through the app (keeping.test.ts): the quota has to be set before any database of the origin opens.

test('of two tabs one writes; the other takes over within a second, and the first is refused', async () => {
  const { page, context, server } = await open();
  expect(await start(page)).toBe('writer');
  await keep(page, 'first', 1000);
  const other = await context.newPage();
  await other.goto(server.url);
  expect(await start(other)).toBe('reader');
  expect(await keep(other, 'second', 1000)).toMatch(/^other-tab/);
  const milliseconds = await other.evaluate(async () => {
    const started = performance.now();
    await (globalThis as unknown as Inside).kept.takeOver();
    return performance.now() - started;
  });
  expect(milliseconds).toBeLessThan(1000);
  expect(await keep(other, 'second', 1000)).toBe('kept');
  expect(await keep(page, 'late', 1000)).toMatch(/^other-tab/);
  expect(await reopen(page)).toMatchObject({ name: 'second' });
});
