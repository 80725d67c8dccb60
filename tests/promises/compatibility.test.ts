import { afterEach, describe, expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { serve } from '../../scripts/serve.mjs';
import { openApp, type App } from '../helpers/browser';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let app: App | undefined;
const after: (() => unknown)[] = [];
afterEach(async () => {
  await app?.close();
  app = undefined;
  for (const step of after.splice(0)) await step();
});

const said = words.pages.unsupported;
const parts: [string, string][] = [
  ['WebAssembly', said.parts.wasm ?? ''],
  ['Worker', said.parts.worker ?? ''],
  ['DecompressionStream', said.parts.inflate ?? ''],
];

describe('a browser without', () => {
  test.each(parts)('%s gets a page that names what is missing and says what to do', async (global, name) => {
    app = await openApp({ context: { serviceWorkers: 'block' } });
    const { page, settle, violations } = app;
    await page.addInitScript((gone) => Reflect.deleteProperty(globalThis, gone), global);
    app.errors.length = 0;
    await page.reload();
    await page.getByRole('heading', { level: 1, name: said.title }).waitFor();
    await page.getByText(said.lacks(name)).waitFor();
    await page.getByText(said.next).waitFor();
    await settle();
    expect({ violations, errors: app.errors }).toEqual({ violations: [], errors: [] });
    expect(await page.locator('input[type=file]').count()).toBe(0);
  });
});

describe('a page of somebody else that frames ours', () => {
  async function framedBy(headers: boolean) {
    app = await openApp({ headers, context: { serviceWorkers: 'block' } });
    const { page, server } = app;
    const folder = mkdtempSync(path.join(tmpdir(), 'regulars-frame-'));
    writeFileSync(
      path.join(folder, 'index.html'),
      `<iframe src="${server.url}" width="800" height="600"></iframe>`,
    );
    const other = await serve({ dir: folder, headers: false });
    after.push(
      () => other.close(),
      () => rmSync(folder, { recursive: true }),
    );
    await page.goto(other.url);
    return page.frameLocator('iframe');
  }

  test('sees only that we do not open there, on a host without any header', async () => {
    const frame = await framedBy(false);
    await frame.getByText(said.framed).waitFor();
    expect(await frame.locator('input[type=file]').count()).toBe(0);
  });

  test('sees nothing at all of us on a host with our headers', async () => {
    const frame = await framedBy(true);
    await expect.poll(() => app?.errors.join('\n')).toMatch(/frame-ancestors/);
    expect(await frame.getByText(said.framed).count()).toBe(0);
  });
});

test('sabotage: with everything there and no frame the page opens', async () => {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  await app.page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  expect(await app.page.getByText(said.title).count()).toBe(0);
});
