import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { offlineReady, openApp, type App, type AppOptions } from '../helpers/browser';
import { buildVariant } from '../helpers/build';

/** Every file of the app is in the build, whatever the pages of today import, and a test can see the state. */
const inside = (version: string) => `
  import * as texts from 'virtual:worker-texts';
  import { offline as seen } from './state/offline.svelte';
  Object.assign(globalThis, { __texts: texts, __offline: seen, __version: '${version}' });`;

let first = '';
let second = '';
let app: App | undefined;
const after: (() => unknown)[] = [];
beforeAll(async () => {
  first = await buildVariant('offline-1', inside('1'));
  second = await buildVariant('offline-2', inside('2'));
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  for (const step of after.splice(0)) await step();
});

const open = async (options: AppOptions) => (app = await openApp({ dir: first, ...options }));

/** A folder that a test may change under a running server. */
function deployed(from: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-deployed-'));
  after.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(from, folder, { recursive: true });
  return folder;
}

const sums = (folder: string) =>
  readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('  ') as [string, string])
    .filter(([, file]) => !['_headers', 'sw.js'].includes(file));

/** Fetch files inside the page: [hash, status, policy of the response] each. */
const fetchAll = (page: Page, files: string[]) =>
  page.evaluate(async (paths) => {
    const answers: Record<string, { sha256: string; policy: string | null }> = {};
    for (const file of paths) {
      const response = await fetch(file);
      const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
      const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      answers[file] = { sha256, policy: response.headers.get('content-security-policy') };
    }
    return answers;
  }, files);

/** The version that a page runs, once its app is loaded. */
const version = async (page: Page) => {
  const read = () => page.evaluate(() => (globalThis as unknown as { __version?: string }).__version);
  await expect.poll(read).toBeDefined();
  return read();
};
const state = (page: Page) =>
  page.evaluate(() => {
    const { ready, updateWaiting, updatedElsewhere, failure } = (
      globalThis as unknown as { __offline: Record<string, unknown> }
    ).__offline;
    return { ready, updateWaiting, updatedElsewhere, failure };
  });
const waitFor = (page: Page, key: string) =>
  page.waitForFunction(
    (name) => Boolean((globalThis as unknown as { __offline?: Record<string, unknown> }).__offline?.[name]),
    key,
  );
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

const hosts: [string, AppOptions][] = [
  ['with our headers', {}],
  ['without any header under a sub-path', { headers: false, base: '/some/sub/path/' }],
];

describe.each(hosts)('after one visit to a host %s', (_host, options) => {
  test('the page and every file of the app come without the server, engine and workers included', async () => {
    const { page, goOffline, settle, server, violations, errors } = await open(options);
    await goOffline();
    await expect(fetch(server.url)).rejects.toThrow();
    await page.locator('h1').waitFor();
    const files = sums(first);
    expect(files.some(([, file]) => /^assets\/duckdb-eh-.*\.wasm\.gz$/.test(file))).toBe(true);
    expect(files.some(([, file]) => /^workers\/engine-.*\.js$/.test(file))).toBe(true);
    const answers = await fetchAll(
      page,
      files.map(([, file]) => file),
    );
    for (const [sha256, file] of files) expect([file, answers[file]?.sha256]).toEqual([file, sha256]);
    for (const [, file] of files.filter(([, name]) => name.startsWith('workers/')))
      expect(answers[file]?.policy).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src blob:",
      );
    await settle();
    expect({ violations, errors }).toEqual({ violations: [], errors: [] });
  });

  test('nothing is kept but the files of the build, and nothing else is asked of the host', async () => {
    const { page, server } = await open(options);
    await offlineReady(page);
    await page.reload();
    const before = server.requests.length;
    const outcome = await page.evaluate(async () => {
      const tries = ['./?secret=canary', './nothing?secret=canary', '/elsewhere/canary'];
      const outcomes = await Promise.all(
        tries.map((url) =>
          fetch(url).then(
            (response) => `${response.status}`,
            () => 'refused',
          ),
        ),
      );
      const kept: string[] = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
      return { outcomes, kept };
    });
    expect(outcome.outcomes).toEqual(['200', 'refused', 'refused']);
    expect(outcome.kept.map((url) => url.replace(server.url, '')).sort()).toEqual(
      sums(first).map(([, file]) => file),
    );
    const asked = server.requests.slice(before).map((one) => one.url);
    expect(asked.filter((url) => !url.endsWith('/sw.js'))).toEqual([]);
  });
});

describe('the service worker as a wall', () => {
  async function reachesForeign(serviceWorkers: 'allow' | 'block') {
    const foreign = await serve({ dir: first, headers: false });
    after.push(() => foreign.close());
    const { page } = await open({ context: { bypassCSP: true, serviceWorkers } });
    if (serviceWorkers === 'allow') await offlineReady(page);
    const url = foreign.url.replace('localhost', '127.0.0.1');
    // Whether it arrives is counted at the server it would reach.
    await page.evaluate((target) => fetch(`${target}?d=canary`, { mode: 'no-cors' }).catch(() => null), url);
    return foreign.requests.length;
  }

  test('lets nothing out to another origin even where the policy of the page is gone', async () => {
    expect(await reachesForeign('allow')).toBe(0);
  });

  test('sabotage: without the service worker the same request arrives', async () => {
    expect(await reachesForeign('block')).toBe(1);
  });
});

test('a file that changed on the way is refused: the page works, but is not kept', async () => {
  const folder = deployed(first);
  const [engine] = sums(first).filter(([, file]) => file.startsWith('workers/engine-'));
  writeFileSync(path.join(folder, engine?.[1] ?? ''), 'fetch("https://foreign.invalid/")');
  const { page, server } = await open({ dir: folder });
  await page.locator('h1').waitFor();
  await waitFor(page, 'failure');
  expect(server.requests.map((one) => one.url)).toContain(`/${engine?.[1]}`);
  const active = await page.evaluate(async () =>
    Boolean((await navigator.serviceWorker.getRegistration())?.active),
  );
  expect(active).toBe(false);
  expect(await state(page)).toMatchObject({
    ready: false,
    failure: expect.stringContaining('as it was built'),
  });
});

describe('a newer version', () => {
  async function openThenDeploy(next = second) {
    const folder = deployed(first);
    const opened = await open({ dir: folder });
    await offlineReady(opened.page);
    await waitFor(opened.page, 'ready');
    cpSync(next, folder, { recursive: true });
    for (const [, file] of sums(first))
      if (!sums(next).some(([, one]) => one === file)) rmSync(path.join(folder, file));
    return opened;
  }

  test('waits: the page stays as it is until the person asks, then it alone reloads with the new one', async () => {
    const { page, context, errors, server } = await openThenDeploy();
    const other = await context.newPage();
    await other.goto(server.url);
    expect(await version(other)).toBe('1');
    await page.reload();
    await waitFor(page, 'updateWaiting');
    expect([await version(page), (await cacheNames(page)).length]).toEqual(['1', 2]);

    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(() =>
        (globalThis as unknown as { __offline: { applyUpdate(): void } }).__offline.applyUpdate(),
      ),
    ]);
    expect(await version(page)).toBe('2');

    await waitFor(other, 'updatedElsewhere');
    expect(await version(other)).toBe('1');
    const mine = sums(first).map(([, file]) => file);
    const answers = await fetchAll(
      other,
      mine.filter((file) => file !== 'index.html'),
    );
    for (const [sha256, file] of sums(first).filter(([, name]) => name !== 'index.html'))
      expect([file, answers[file]?.sha256]).toEqual([file, sha256]);

    await other.close();
    await page.reload();
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    expect(await version(page)).toBe('2');
    expect(errors).toEqual([]);
  });

  test('that does not start can be left: the version before opens, from the browser, and stays until a newer one runs', async () => {
    const broken = await buildVariant('offline-broken', '', true);
    const { page, goOffline } = await openThenDeploy(broken);
    await page.reload();
    await waitFor(page, 'updateWaiting');
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(() =>
        (globalThis as unknown as { __offline: { applyUpdate(): void } }).__offline.applyUpdate(),
      ),
    ]);
    await goOffline();
    await page.locator('#start').waitFor();
    for (const _again of [1, 2]) {
      await page.getByRole('link', { name: 'Open the version before' }).click();
      expect(await version(page)).toBe('1');
      await page.getByText('This is the version before').waitFor();
      await page.getByRole('link', { name: 'Try the newest' }).click();
      await page.getByText('a part of it did not arrive').waitFor();
    }
  });

  test('never comes in by itself: after a reload without asking the old one still runs, also without the server', async () => {
    const { page, goOffline } = await openThenDeploy();
    await page.reload();
    await waitFor(page, 'updateWaiting');
    await goOffline();
    expect(await version(page)).toBe('1');
  });
});
