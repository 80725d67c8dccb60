/** `npm run soak`: the long forms of promises that `npm test` holds in short. `npm run soak -- kills` runs one file of tests/soak. */
import { findBrowser } from './find-browser.mjs';
import { runNode, tool } from './run.mjs';

const CHROME_BIN = await findBrowser();
const { code } = await runNode(
  tool('vitest/vitest.mjs'),
  ['run', '--project', 'soak', ...process.argv.slice(2)],
  { env: { ...process.env, CHROME_BIN, REGULARS_SOAK: '1' } },
);
process.exitCode = code;
