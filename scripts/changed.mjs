/** What `npm test -- --changed[=commit]` runs: the tests that a change can touch. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';

/** What goes into the built page: a change there can touch every test that opens it. */
const BUILT =
  /^(src|workers|public|index\.html|package(-lock)?\.json|vite\.config\.ts|tsconfig\.json)(\/|$)|^scripts\/(ahead|dev-policy|engine-code|offline|worker-texts|notices|serve)/;
const BROWSER_TESTS = /^tests\/(e2e|promises|browsers)\/.*\.test\.ts$/;

/** Folders whose tests follow their imports. */
const FOLLOWED = readdirSync(path.join(root, 'tests'), { withFileTypes: true })
  .filter(
    (one) =>
      one.isDirectory() && !/^(unit|e2e|promises|browsers|soak|helpers|bench|fixtures|\.out)$/.test(one.name),
  )
  .map(({ name }) => `tests/${name}`);

/** Files that differ from that commit, also those that git does not track yet; paths from the root of the project. */
export async function changedSince(commit) {
  const lists = await Promise.all([
    run('git', ['diff', '--name-only', '--diff-filter=d', commit], { quiet: true }),
    run('git', ['ls-files', '--others', '--exclude-standard'], { quiet: true }),
  ]);
  const failed = lists.find(({ code }) => code !== 0);
  if (failed) throw new Error(failed.output.trim());
  return [...new Set(lists.flatMap(({ output }) => output.split('\n')).filter(Boolean))];
}

/**
 * Arguments of vitest, a run each. Tests in Node follow their imports; those in `unit/` also read the tree itself, so they
 * always run. Tests in a browser import nothing of what they open.
 */
export function runsFor(files, commit) {
  const runs = [
    ['--project', 'node', 'tests/unit'],
    ['--project', 'node', '--changed', commit, '--passWithNoTests', ...FOLLOWED],
  ];
  const browsers = ['browser', 'browser alone', 'other browsers'].flatMap((name) => ['--project', name]);
  const own = files.filter((file) => BROWSER_TESTS.test(file));
  if (files.some((file) => BUILT.test(file) || file.startsWith('tests/helpers/'))) runs.push(browsers);
  else if (own.length > 0) runs.push([...browsers, ...own]);
  return runs;
}
