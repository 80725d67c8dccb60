import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { SHARE_FIELD, SHARE_PATH } from '../../src/domain/shared-files';

interface Manifest {
  id: string;
  start_url: string;
  scope: string;
  background_color: string;
  theme_color: string;
  icons: { src: string }[];
  file_handlers: { action: string; accept: Record<string, string[]> }[];
  share_target: {
    action: string;
    method: string;
    enctype: string;
    params: { files: { name: string; accept: string[] }[] };
  };
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('public/manifest.webmanifest')) as Manifest;
/** Light and dark of the page's background. */
const paper = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(read('src/ui/theme.css'))?.slice(1) ?? [];
const handled = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat());

test('the installed page has its own id, its own colours and icons that exist', () => {
  expect(manifest.id).not.toBe('');
  expect([manifest.background_color, manifest.theme_color]).toEqual([paper[0], paper[0]]);
  const themes = [...read('index.html').matchAll(/name="theme-color" content="(#\w+)"/g)];
  expect(themes.map((match) => match[1])).toEqual(paper);
  for (const { src } of manifest.icons)
    expect([src, existsSync(path.join(root, 'public', src))]).toEqual([src, true]);
});

test('it opens the kinds of files that a drop takes, from the system', () => {
  expect(handled.sort()).toEqual(['.csv', '.json', '.ods', '.parquet', '.tsv', '.xls', '.xlsx', '.zip']);
  expect(manifest.file_handlers.map(({ action }) => action)).toEqual([manifest.start_url]);
});

test('what is shared to it goes to the address that the service worker answers', () => {
  const { action, method, enctype, params } = manifest.share_target;
  expect({ action, method, enctype }).toEqual({
    action: `./${SHARE_PATH}`,
    method: 'POST',
    enctype: 'multipart/form-data',
  });
  expect(params.files.map(({ name }) => name)).toEqual([SHARE_FIELD]);
  const shared = params.files[0]?.accept ?? [];
  expect(shared.filter((one) => one.startsWith('.')).sort()).toEqual(handled.sort());
  expect(shared.filter((one) => !one.startsWith('.')).sort()).toEqual(
    manifest.file_handlers.flatMap(({ accept }) => Object.keys(accept)).sort(),
  );
});

test('the page says what it is to search engines and where it is linked, without naming an address', () => {
  const html = read('index.html');
  for (const name of [
    'name="description"',
    'property="og:title"',
    'property="og:description"',
    'property="og:image"',
  ])
    expect(html).toContain(name);
  expect(html).not.toMatch(/https?:\/\//);
});
