import { expect, test } from 'vitest';
import { changedSince, runsFor } from '../../scripts/changed.mjs';

const runs = (...files: string[]) => runsFor(files, 'HEAD').map((args: string[]) => args.join(' '));
const inBrowsers = (all: string[]) => all.filter((args) => args.includes('--project browser'));

test('tests in Node follow their imports, and those that read the tree always run', () => {
  expect(runs('docs/glossary.md')).toEqual([
    '--project node tests/unit',
    '--project node --changed HEAD --passWithNoTests tests/analyses tests/charts tests/corpora tests/models tests/storage tests/warehouse',
  ]);
});

test.each([
  'src/pages/sql/Sql.svelte',
  'src/analyses/growth/query.sql',
  'workers/engine/api.ts',
  'public/_headers',
  'index.html',
  'package-lock.json',
  'scripts/offline-plugin.ts',
  'tests/helpers/journey.ts',
])('what the browser is given, or drives it, runs every test in a browser: %s', (file) => {
  const all = inBrowsers(runs(file));
  expect(all).toEqual(['--project browser --project browser alone --project other browsers']);
});

test('a test in a browser that changed runs alone', () => {
  const all = inBrowsers(runs('tests/e2e/journey.test.ts', 'README.md'));
  expect(all).toHaveLength(1);
  expect(all[0]).toMatch(/ tests\/e2e\/journey\.test\.ts$/);
});

test('a commit that is none is an error and not “nothing changed”', async () => {
  await expect(changedSince('no-such-commit')).rejects.toThrow('no-such-commit');
  expect(Array.isArray(await changedSince('HEAD'))).toBe(true);
});
