/** The gate of the components: svelte-check, and oxlint over the TypeScript that it makes of them. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, runNode, tool } from './run.mjs';

const MADE = path.join(root, '.svelte-check');

// What an earlier run made of components that are gone would be checked too.
rmSync(MADE, { recursive: true, force: true });
const checked = await runNode(tool('svelte-check/bin/svelte-check'), [
  '--tsgo',
  '--fail-on-warnings',
  '--output',
  'human',
]);

// A folder that git ignores oxlint passes over, files named one by one it does not.
const files = readdirSync(path.join(MADE, 'svelte'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.svelte\.ts$/.test(name))
  .map((name) => path.join(MADE, 'svelte', name));
const linted = await runNode(tool('oxlint/bin/oxlint'), [
  '--type-aware',
  '--deny-warnings',
  '--tsconfig',
  path.join(MADE, 'tsconfig.json'),
  ...files,
]);
process.exitCode = checked.code || linted.code;
