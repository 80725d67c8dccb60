import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { foldersInside, noticeOf, NOTICES, packageFolder, packagesInside } from '../../scripts/notices';
import { root } from '../../scripts/run.mjs';
import { billOfMaterials, missingComponents } from '../../scripts/sbom.mjs';
import { words } from '../../src/i18n/words';
import { openApp, type App } from '../helpers/browser';

interface Locked {
  version: string;
  dev?: boolean;
  optional?: boolean;
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Record<string, Record<string, Locked>>;
const text = () => read(`dist/${NOTICES}`);
const named = () => [...text().matchAll(/^ {2}(\S+ \d\S*) \(/gm)].map((match) => match[1] ?? '');

/** Everything that `dependencies` bring with them, as "name version", and where it lies. */
const closure = () =>
  Object.entries(json('package-lock.json').packages ?? {})
    .filter(([place, { dev, optional }]) => place !== '' && !dev && !optional)
    .map(([place, { version }]) => ({
      place,
      name: `${place.slice(place.lastIndexOf('node_modules/') + 13)} ${version}`,
    }));

/**
 * Packages of the closure of which no line is in the build: types, the command line of apache-arrow and of d3, decoders that are
 * left out, and parts of d3 that no picture of ours uses. A new package has to be added here or be named in the notices.
 */
const NOT_BUILT_IN = [
  ...['@swc/helpers', '@types/command-line-args', '@types/command-line-usage', '@types/node', 'undici-types'],
  ...[
    'ansi-styles',
    'array-back',
    'chalk',
    'chalk-template',
    'color-convert',
    'color-name',
    'command-line-args',
  ],
  ...['command-line-usage', 'find-replace', 'has-flag', 'json-bignum', 'lodash.camelcase', 'supports-color'],
  ...['table-layout', 'typical', 'wordwrapjs', 'commander', 'iconv-lite', 'rw', 'safer-buffer', 'hysnappy'],
  ...[
    'd3',
    'd3-brush',
    'd3-chord',
    'd3-contour',
    'd3-delaunay',
    'd3-dispatch',
    'd3-drag',
    'd3-dsv',
    'd3-ease',
  ],
  ...['d3-fetch', 'd3-force', 'd3-hierarchy', 'd3-polygon', 'd3-quadtree', 'd3-random', 'd3-timer'],
  ...[
    'd3-transition',
    'd3-zoom',
    'delaunator',
    'robust-predicates',
    'interval-tree-1d',
    'binary-search-bounds',
  ],
  // Of the command lines of sql-formatter and of nearley, which made its grammar.
  ...['argparse', 'discontinuous-range', 'moo', 'railroad-diagrams', 'randexp', 'ret'],
];
/** Only of the older d3-array that d3-sankey brings along, in parts that it does not use. */
const NOT_IN_THIS_VERSION = ['internmap 1.0.1'];
const isLeftOut = (name: string) =>
  NOT_IN_THIS_VERSION.includes(name) || NOT_BUILT_IN.includes(name.slice(0, name.lastIndexOf(' ')));

let app: App | undefined;
const folders: string[] = [];
afterEach(async () => {
  await app?.close();
  app = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the notices in the build', () => {
  test('name every package of the production closure that is in it, with its licence text', () => {
    const said = named();
    const missing = closure().filter(({ name }) => !said.includes(name) && !isLeftOut(name));
    expect(missing).toEqual([]);
    const all = text();
    for (const { place, name } of closure().filter((one) => said.includes(one.name)))
      expect([name, all.includes(noticeOf(path.join(root, place)).text)]).toEqual([name, true]);
  });

  test('name every direct dependency, Svelte, and what DuckDB’s worker was bundled from', () => {
    const said = named().map((one) => one.split(' ')[0]);
    const { dependencies } = json('package.json');
    for (const name of [...Object.keys(dependencies ?? {}), 'svelte']) expect(said).toContain(name);
    const map = 'node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js.map';
    const inside = packagesInside(path.join(root, map));
    expect(inside).toEqual(expect.arrayContaining(['apache-arrow', 'flatbuffers', 'ws']));
    for (const name of inside)
      expect([name, said.includes(name) || text().includes(`\n ${name}: Copyright`)]).toEqual([name, true]);
  });

  test('have the licence of each font that is served', () => {
    const fonts = readdirSync(path.join(root, 'dist/fonts')).filter((name) => name.endsWith('.woff2'));
    const families = new Set(fonts.map((name) => name.replace(/-\d{3}-.*$/, '')));
    expect(families.size).toBe(2);
    for (const family of families) {
      expect(text()).toContain(`Font ${family}`);
      expect(text()).toContain(read(`public/fonts/${family}.LICENSE.txt`).trim());
    }
  });

  test('are kept for use without the server, and hashed', () => {
    expect(read('dist/SHA256SUMS')).toContain(`  ${NOTICES}\n`);
    expect(read('dist/sw.js')).toContain(NOTICES);
  });

  test('are all in the bill of materials of a release', async () => {
    const { bomFormat, components } = await billOfMaterials();
    expect(bomFormat).toBe('CycloneDX');
    const listed = components.map(({ name, version }: Locked & { name: string }) => `${name} ${version}`);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(named()));
    expect(named().some((name) => name.startsWith('svelte '))).toBe(true);
    expect(read('.github/workflows/release.yml')).toContain('node scripts/sbom.mjs > ');
    const nowhere = () => missingComponents([], [{ name: 'planted', version: '1.0.0' }], {});
    expect(nowhere).toThrow('planted 1.0.0');
  });

  test('can be read from “How we count”, beside the version', async () => {
    app = await openApp();
    const { page, context, violations, errors } = app;
    await page.goto(`${app.server.url}#/how`);
    const { version } = JSON.parse(read('package.json')) as { version: string };
    await page.getByText(words.pages.how.about(version)).waitFor();
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: words.pages.how.notices }).click(),
    ]);
    await opened.getByText('Regulars contains the work of others').waitFor();
    // A text has no icon of its own, so the browser asks for the usual one.
    const own = errors.filter((one) => !one.includes('404'));
    expect({ violations, own }).toEqual({ violations: [], own: [] });
  });
});

describe('a package without a licence text', () => {
  function planted(files: Record<string, string>): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'regulars-notices-'));
    folders.push(folder);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return folder;
  }
  const described = JSON.stringify({ name: 'planted', version: '1.0.0', license: 'MIT' });

  test('ends the build, even where package.json names a licence', () => {
    expect(() => noticeOf(planted({ 'package.json': described, 'NOTICE.txt': 'only a notice' }))).toThrow(
      'planted 1.0.0 has no licence text',
    );
    expect(noticeOf(planted({ 'package.json': described, 'LICENCE.md': 'text' })).text).toBe('text');
  });

  test('but a text of ours is read for the version that it was written for alone', () => {
    const other = JSON.stringify({ name: '@duckdb/duckdb-wasm', version: '9.9.9', license: 'MIT' });
    expect(() => noticeOf(planted({ 'package.json': other }))).toThrow('9.9.9: look whether');
  });
});

test('what a publisher has bundled into a module is found: by its source map, else by what the package needs', () => {
  const at = (place: string) => path.join(root, 'node_modules', place);
  expect(foldersInside(at('d3-array/dist/d3-array.mjs'))).toEqual([at('internmap')]);
  expect(foldersInside(`${at('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js')}?raw`)).toEqual(
    ['apache-arrow', 'flatbuffers', 'tslib'].map(at),
  );
  expect(foldersInside(at('apache-arrow/Arrow.mjs'))).toEqual([]);
});

test('the package of a module is found, also nested, and helpers of the build have theirs', () => {
  const at = (place: string) => path.join(root, 'node_modules', place);
  expect(packageFolder(at('d3-sankey/node_modules/d3-array/src/index.js'))).toBe(
    at('d3-sankey/node_modules/d3-array'),
  );
  expect(packageFolder(at('@duckdb/duckdb-wasm/dist/it.js?raw'))).toBe(at('@duckdb/duckdb-wasm'));
  expect(packageFolder('\0vite/preload-helper.js')).toBe(at('vite'));
  expect(packageFolder(path.join(root, 'src/main.ts'))).toBeNull();
  expect(existsSync(at('vite'))).toBe(true);
});
