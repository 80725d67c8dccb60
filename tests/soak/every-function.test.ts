import { expect, test } from 'vitest';
import { sweepEverything } from '../helpers/sweep';
import { shopOfTwelve } from '../helpers/twelve';

test('every overload of every function, with every hostile value of its types, leaves the engine as it was', async () => {
  const swept = await sweepEverything(await shopOfTwelve('wasm'), { rounds: 8, each: 1, share: 1 });
  console.log(`${swept.texts} texts, ${swept.answered} answered`);
  expect(swept.broken).toEqual([]);
  expect(swept.wordless).toEqual([]);
}, 3_600_000);
