import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { buildVariant } from '../helpers/build';

const sums = (folder: string) => readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8');
const everything = "import * as texts from 'virtual:worker-texts';\nObject.assign(globalThis, { texts });";
const folders: string[] = [];
const build = async (name: string, text: string) => {
  const folder = await buildVariant(name, text);
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

test('two builds in two folders are the same bytes; one other letter in the source is not', async () => {
  const one = await build('same-1', everything);
  const two = await build('same-2', everything);
  const other = await build('same-3', `${everything}\nconsole.info('one letter');`);
  expect(sums(one)).toBe(sums(two));
  expect(sums(one)).not.toBe(sums(other));
});

test('SHA256SUMS names every built file with its hash', async () => {
  const folder = await build('sums', everything);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'SHA256SUMS')
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const listed = new Map(
    sums(folder)
      .trim()
      .split('\n')
      .map((line) => line.split('  ').reverse() as [string, string]),
  );
  expect([...listed.keys()].sort()).toEqual(files.sort());
  for (const [file, hash] of listed)
    expect(
      createHash('sha256')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    ).toBe(hash);
});

test('the built folder asks for nothing by an absolute path or from another host', () => {
  const html = readFileSync(path.join(root, 'dist/index.html'), 'utf8');
  const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((link) => !link.startsWith('./'))).toEqual([]);
});

test('no built file is over 25 MB, which some hosts refuse, and the engine is under 8 MB', () => {
  const entries = readdirSync(path.join(root, 'dist'), { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(path.join(entry.parentPath, entry.name)).length] as const);
  for (const [name, bytes] of sizes)
    expect([name, bytes < (name.endsWith('.wasm.gz') ? 8e6 : 25e6)]).toEqual([name, true]);
});

test("the readers' workers compile no WebAssembly: WebKit would have it wait behind the engine's code, and every file with it", async () => {
  const folder = await build('readers', everything);
  const texts = readdirSync(path.join(folder, 'workers'))
    .filter((name) => name.includes('reader'))
    .map((name) => readFileSync(path.join(folder, 'workers', name), 'utf8'));
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(text).not.toContain('WebAssembly');
});
