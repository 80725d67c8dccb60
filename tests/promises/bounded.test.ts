import { expect, test } from 'vitest';
import { openMany } from '../helpers/many-files';

const MB = 2 ** 20;

test('files opened one after the other leave nothing behind: no memory, no worker, no kept bytes', async () => {
  const [before, after] = await openMany([3, 9]);
  expect(after!.workers).toBe(before!.workers);
  expect(after!.databases).toBe(before!.databases);
  expect(after!.kept).toBe(before!.kept);
  // What the page holds of one file is some 100 KB and more.
  expect(after!.heapBytes - before!.heapBytes).toBeLessThan(MB);
});
