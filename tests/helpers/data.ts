import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'vitest';
import { root } from '../../scripts/run.mjs';

/** The folder of real sales files (see its README): REGULARS_DATA, or shared/data beside the project. */
export const dataFolder = path.resolve(process.env.REGULARS_DATA ?? path.join(root, '../shared/data'));

const present = existsSync(path.join(dataFolder, 'README.md'));
export const dataRequired = process.env.REGULARS_DATA_REQUIRED === '1';

/** The path of a file in the data folder. */
export const dataFile = (...parts: string[]) => path.join(dataFolder, ...parts);

/**
 * Tests over the real files. Where the folder is absent they are skipped and counted as skipped; with
 * REGULARS_DATA_REQUIRED=1 they fail in place of that.
 */
export function describeWithData(name: string, tests: () => void) {
  if (!present && dataRequired) {
    describe(name, () => {
      test('needs the data folder', () => {
        throw new Error('REGULARS_DATA_REQUIRED=1, but the data folder is missing: set REGULARS_DATA to it.');
      });
    });
    return;
  }
  describe.skipIf(!present)(name, tests);
}
