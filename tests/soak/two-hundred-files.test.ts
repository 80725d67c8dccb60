import { expect, test } from 'vitest';
import { openMany } from '../helpers/many-files';

const MB = 2 ** 20;

test('two hundred files one after the other: memory stays where it was after the first twenty', async () => {
  const held = await openMany([20, 80, 140, 200]);
  console.table(held);
  const [first, , , last] = held;
  expect(last!.workers).toBe(first!.workers);
  expect(last!.databases).toBe(first!.databases);
  expect(last!.kept).toBe(first!.kept);
  expect(last!.heapBytes - first!.heapBytes).toBeLessThan(5 * MB);
  expect((last!.rendererBytes ?? 0) - (first!.rendererBytes ?? 0)).toBeLessThan(100 * MB);
});
