import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isHere } from '../browsers/here';
import { startProgram } from '../browsers/program';

test('a browser that is missing is left out, and with CI=true it is not', () => {
  const found = { firefox: '/usr/bin/firefox-esr', webkit: null };
  expect(isHere('firefox', {}, found)).toBe(true);
  expect(isHere('webkit', {}, found)).toBe(false);
  expect(isHere('webkit', { CI: 'true' }, found)).toBe(true);
});

/** Ended, or waiting for its parent to hear of it. */
const hasEnded = (pid: string): boolean => {
  try {
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
};

test.runIf(process.platform === 'linux')('what a program has started ends with it', async () => {
  const program = startProgram('/bin/sh', ['-c', 'sleep 300 & echo "started $!"; wait']);
  const [, pid = ''] = await program.says(/started (\d+)/);
  expect(hasEnded(pid)).toBe(false);
  await program.end();
  await expect.poll(() => hasEnded(pid)).toBe(true);
});
