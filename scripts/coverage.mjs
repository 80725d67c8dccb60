/** `node scripts/coverage.mjs [200 [1]]`: how often the bands for the year to come hold, over so many sample shops from a seed on. */
import { runnerImport } from 'vite';
import { root } from './run.mjs';

const { module } = await runnerImport('/tests/helpers/coverage.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
console.log(await module.coverage(Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 1)));
