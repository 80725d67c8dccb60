import { expect, test } from 'vitest';
import { moduleOfApp } from '../../../src/engine/client/part';
import { EngineError } from '../../../src/engine/errors';

test('a module that comes with its first use is given on, and one that does not arrive is a part that is missing', async () => {
  expect(await moduleOfApp(() => Promise.resolve({ it: 1 }))).toEqual({ it: 1 });
  const gone = moduleOfApp(() =>
    Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  );
  await expect(gone).rejects.toBeInstanceOf(EngineError);
  await expect(gone).rejects.toMatchObject({ code: 'part-missing' });
});
