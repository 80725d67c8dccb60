import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { openApp, type App } from '../helpers/browser';

/** What the page may weigh, in kilobytes (1,000 bytes). A breach needs a reason in the CHANGELOG, or less code. */
const BUDGET = {
  /** Scripts that are loaded before a file is dropped, gzipped. */
  firstPage: 130,
  /** The text of the engine's worker, gzipped. */
  engineText: 460,
  /** The whole folder as it lies on the host, nothing gzipped but the engine. */
  dist: 12_200,
};

const dist = path.join(root, 'dist');
const bytes = (file: string) => readFileSync(path.join(dist, file));
const gzipped = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(bytes(file), { level: 9 }).length, 0) / 1000;
const everything = () =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)));

/** What index.html asks for at once: its own script, and those that this one imports as soon as it runs. */
const atOnce = () =>
  [
    ...bytes('index.html')
      .toString()
      .matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g),
  ].map((match) => match[1] ?? '');

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** Scripts of the page that reach the server before a file is dropped, once nothing more happens by itself. */
async function asked(): Promise<string[]> {
  app = await openApp({ context: { serviceWorkers: 'block' } });
  const { page, server } = app;
  await page.locator('h1').waitFor();
  // The engine starts and rehearses meanwhile. Asking the door when it is ready would load what the door itself needs.
  let before = 0;
  while (server.requests.length !== before) {
    before = server.requests.length;
    await page.waitForTimeout(5000);
  }
  const urls = server.requests.map(({ url }) => url.slice(1));
  return [...new Set(urls.filter((url) => /^assets\/.*\.js$/.test(url)))];
}

describe('before a file is dropped', () => {
  test(`the scripts of the page weigh at most ${BUDGET.firstPage} kB gzipped, and index.html names all of them`, async () => {
    const loaded = await asked();
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.sort()).toEqual([...new Set(atOnce())].sort());
    expect(gzipped(loaded)).toBeLessThanOrEqual(BUDGET.firstPage);
  });

  test('no picture can be drawn yet and no answer read: neither Plot nor Arrow is there', () => {
    const texts = atOnce().map((file) => bytes(file).toString());
    for (const word of ['aria-description', 'flatbuffers', 'RecordBatch'])
      expect([word, texts.some((text) => text.includes(word))]).toEqual([word, false]);
  });

  test('the SQL of the analyses is not there: it is in the text of the engine', () => {
    const engine = everything().filter((file) => /^workers\/engine-/.test(file));
    const clause = /create or replace|with recursive|row_number\(\) over/;
    expect(bytes(engine[0] ?? '').toString()).toMatch(clause);
    for (const file of atOnce()) expect([file, clause.test(bytes(file).toString())]).toEqual([file, false]);
  });
});

test(`the engine's worker is at most ${BUDGET.engineText} kB gzipped`, () => {
  const texts = everything().filter((file) => /^workers\/engine-.*\.js$/.test(file));
  expect(texts).toHaveLength(1);
  expect(gzipped(texts)).toBeLessThanOrEqual(BUDGET.engineText);
});

test(`the built folder is at most ${BUDGET.dist / 1000} MB`, () => {
  const sum = everything().reduce((all, file) => all + bytes(file).length, 0) / 1000;
  expect(sum).toBeLessThanOrEqual(BUDGET.dist);
});
