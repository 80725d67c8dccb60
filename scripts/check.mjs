/** `npm run check`: every gate that needs no browser. All run, whichever fails. `--fix` formats first. */
import { isMain, root, runNode, tool } from './run.mjs';
import path from 'node:path';

const tsc = ['--noEmit', '-p'];

/**
 * Name, program and arguments of each gate, the longest first; each counts as one test in `npm test`. TypeScript is here
 * twice: version 7 checks the types, version 6 is what eslint and svelte-check are written against.
 */
export const gates = [
  ['eslint', tool('eslint/bin/eslint.js'), ['.']],
  ['prettier', tool('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
  ['components', path.join(root, 'scripts/check-components.mjs'), []],
  ['oxlint', tool('oxlint/bin/oxlint'), ['--type-aware', '--deny-warnings', '.']],
  ['tsc (page, tests, scripts)', tool('@typescript/native/bin/tsc'), [...tsc, 'tsconfig.json']],
  ['tsc (workers)', tool('@typescript/native/bin/tsc'), [...tsc, 'workers/tsconfig.json']],
  ['sql lint', path.join(root, 'scripts/sql-lint.mjs'), []],
];

/** Runs the gates two at a time. Returns [{ name, passed, seconds }]. */
export async function check() {
  const results = [];
  const queue = [...gates];
  const worker = async () => {
    for (let gate = queue.shift(); gate; gate = queue.shift()) {
      const [name, file, args] = gate;
      const started = performance.now();
      const { code, output } = await runNode(file, args, { quiet: true });
      const seconds = (performance.now() - started) / 1000;
      results.push({ name, passed: code === 0, seconds });
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  (${seconds.toFixed(1)} s)`);
      if (output.trim() && (code !== 0 || name === 'eslint' || name === 'sql lint'))
        console.log(output.trimEnd());
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

if (isMain(import.meta)) {
  const failed = (await check()).filter((gate) => !gate.passed).map((gate) => gate.name);
  console.log(failed.length ? `\nFailed: ${failed.join(', ')}` : '\nAll gates passed.');
  process.exitCode = failed.length ? 1 : 0;
}
