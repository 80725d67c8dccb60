import vm from 'node:vm';
import { expect, test } from 'vitest';
import { duckdbWorkerText } from '../../../workers/engine/host/duckdb-worker-text';
import { PRELUDE } from '../../../workers/engine/host/prelude';

/** Classes of the file system: not every browser has them. Everything else that is asked for here is in all of them. */
const asked = new Set(duckdbWorkerText().match(/(?<=instanceof )FileSystem\w+/g));

test("what DuckDB's worker asks of a file has an answer in a browser without that class", () => {
  const self: Record<string, unknown> = { addEventListener: () => undefined };
  vm.runInNewContext(PRELUDE, { self, WebAssembly: {} });
  expect(asked.size).toBeGreaterThan(0);
  for (const name of asked) expect(self[name], name).toBeTypeOf('function');
});

test('a class that the browser has stays as it is', () => {
  class FileSystemFileHandle {}
  const self = { addEventListener: () => undefined, FileSystemFileHandle };
  vm.runInNewContext(PRELUDE, { self, WebAssembly: {} });
  expect(self.FileSystemFileHandle).toBe(FileSystemFileHandle);
});
