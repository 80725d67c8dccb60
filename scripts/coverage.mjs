/** `node scripts/coverage.mjs [200]`: how often the bands for the year to come hold, over so many sample shops. */
import { runnerImport } from 'vite';
import { root } from './run.mjs';

const { module } = await runnerImport('/tests/helpers/coverage.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
console.log(await module.coverage(Number(process.argv[2] ?? 200)));
