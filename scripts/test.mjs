/**
 * `npm test`: install, find a browser, check, build, run every test; the last line is the count. With `--changed[=commit]`
 * only the tests that a change since then can touch (by default since the last commit).
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { changedSince, runsFor } from './changed.mjs';
import { install } from './install.mjs';
import { isMain, root, runNode, tool } from './run.mjs';

const sum = (counts) =>
  counts.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The last line: `N passed, N failed`, and `, N skipped` only where something was skipped. */
export const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

/** Green only where something ran and nothing failed. */
export const exitCode = ({ passed, failed }) => (failed === 0 && passed > 0 ? 0 : 1);

const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

async function vitest(args, env) {
  const file = path.join(root, 'tests/.out/count.json');
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { code } = await runNode(
    tool('vitest/vitest.mjs'),
    ['run', '--reporter=default', '--reporter=./scripts/count-reporter.mjs', ...args],
    { env: { ...env, REGULARS_COUNT_FILE: file } },
  );
  if (!existsSync(file)) return one(false);
  const count = JSON.parse(readFileSync(file, 'utf8'));
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** Arguments of each run of vitest. */
async function runs(args) {
  const changed = args.find((arg) => arg === '--changed' || arg.startsWith('--changed='));
  if (!changed) return [args];
  const commit = changed.split('=')[1] || 'HEAD';
  return runsFor(await changedSince(commit), commit);
}

async function test() {
  if (!(await install())) return one(false);
  const { findBrowser } = await import('./find-browser.mjs');
  const { check } = await import('./check.mjs');
  const counts = [];
  const env = { ...process.env };
  try {
    env.CHROME_BIN = await findBrowser();
    if (process.env.LD_LIBRARY_PATH) env.LD_LIBRARY_PATH = process.env.LD_LIBRARY_PATH;
    console.log(`Browser: ${env.CHROME_BIN}`);
  } catch (error) {
    console.error(error.message);
    counts.push(one(false));
  }
  const { installOtherBrowsers } = await import('./other-browsers.mjs');
  await installOtherBrowsers();
  const { bringNginx } = await import('./debian.mjs');
  await bringNginx();
  for (const gate of await check()) counts.push(one(gate.passed));
  const build = await runNode(tool('vite/bin/vite.js'), ['build', '--logLevel', 'warn']);
  console.log(`${build.code === 0 ? 'ok    ' : 'FAILED'}  build`);
  counts.push(one(build.code === 0));
  env.REGULARS_BUILT = build.code === 0 ? '1' : '';
  for (const args of await runs(process.argv.slice(2))) counts.push(await vitest(args, env));
  return sum(counts);
}

if (isMain(import.meta)) {
  const count = await test();
  process.exitCode = exitCode(count);
  console.log(countLine(count));
}
