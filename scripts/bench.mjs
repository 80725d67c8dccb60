/**
 * `npm run bench`: build, make the sample files, measure, print a table.
 * --models measures the fits of the models alone.
 * --xlsx measures a workbook of 500,000 rows instead, against the best general reader; --xlsx 50000 one of so many.
 * --large adds 5 and 10 million lines, --lines 100000,1000000 names the sizes, --write puts the table into docs/benchmark.md.
 */
import { runnerImport } from 'vite';
import { findBrowser } from './find-browser.mjs';
import { root, runNode, tool } from './run.mjs';

const argument = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : process.argv[at + 1];
};

const sizes = argument('lines')
  ? argument('lines').split(',').map(Number)
  : [100_000, 1_000_000, ...(process.argv.includes('--large') ? [5_000_000, 10_000_000] : [])];
if (sizes.some((size) => !(size > 0)))
  throw new Error('usage: npm run bench -- [--large] [--lines 100000,…] [--write]');

process.env.NODE_ENV = 'production';
const onlyModels = process.argv.includes('--models');
const { code } = onlyModels
  ? { code: 0 }
  : await runNode(tool('vite/bin/vite.js'), ['build', '--logLevel', 'warn']);
if (code !== 0) throw new Error('the build failed');
const { module } = await runnerImport('/tests/bench/run.ts', {
  root,
  configFile: false,
  logLevel: 'error',
  define: { __APP_VERSION__: '"bench"' },
});
if (onlyModels) await module.benchModels(await findBrowser());
else if (process.argv.includes('--xlsx'))
  await module.benchWorkbook({
    rows: Number(argument('xlsx') ?? 0) || 500_000,
    browser: await findBrowser(),
  });
else await module.bench({ sizes, browser: await findBrowser(), write: process.argv.includes('--write') });
