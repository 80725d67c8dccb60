import { expect, test } from 'vitest';
import { engineCode, publishedCode, withFewerExports } from '../../../scripts/engine-code';

/** What a module is made of but for its exports, by the browser's own reader. */
const otherParts = (module: WebAssembly.Module) => ({
  imports: WebAssembly.Module.imports(module),
  linking: WebAssembly.Module.customSections(module, 'dylink.0').map((one) =>
    Buffer.from(one).toString('hex'),
  ),
});

const exportsOf = (module: WebAssembly.Module) => WebAssembly.Module.exports(module);

/** The longest run of bytes at the end and at the start in which two codes agree. */
function agreeing(one: Uint8Array, other: Uint8Array) {
  let head = 0;
  while (one[head] === other[head]) head++;
  let tail = 0;
  while (tail < other.length && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return { head, tail };
}

test('the engine is the code that DuckDB publishes, byte for byte but for a list of exports', () => {
  const published = publishedCode();
  const ours = engineCode();
  const { head, tail } = agreeing(published, ours);
  // What differs lies between two runs of the same bytes, and is as long as a list of two hundred names.
  expect(ours.length - head - tail).toBeLessThan(10_000);
  expect(published.length - head - tail).toBeGreaterThan(7e6);
  const [theirs, kept] = [new WebAssembly.Module(published), new WebAssembly.Module(ours)];
  expect(otherParts(kept)).toEqual(otherParts(theirs));
  const places = new Set(exportsOf(theirs).map(({ name, kind }) => `${kind} ${name}`));
  expect(exportsOf(kept).filter(({ name, kind }) => !places.has(`${kind} ${name}`))).toEqual([]);
  expect(exportsOf(kept).length).toBeLessThan(1000);
});

/** (module (func (export "one") (result i32) i32.const 1) (func (export "two") (result i32) i32.const 2)) */
const TWO = Uint8Array.from(
  [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    [1, 5, 1, 0x60, 0, 1, 0x7f],
    [3, 3, 2, 0, 0],
    [7, 13, 2, 3, 0x6f, 0x6e, 0x65, 0, 0, 3, 0x74, 0x77, 0x6f, 0, 1],
    [10, 11, 2, 4, 0, 0x41, 1, 0x0b, 4, 0, 0x41, 2, 0x0b],
  ].flat(),
);

test('an export that is kept leads to the function that it led to', () => {
  const instance = new WebAssembly.Instance(
    new WebAssembly.Module(withFewerExports(TWO, (name) => name === 'two')),
  );
  expect(Object.keys(instance.exports)).toEqual(['two']);
  expect((instance.exports.two as () => number)()).toBe(2);
});

test('bytes that are no module, or one without exports, are refused', () => {
  expect(() => withFewerExports(Buffer.from('%PDF-1.7 '), () => true)).toThrow('not WebAssembly');
  expect(() => withFewerExports(TWO.subarray(0, 8), () => true)).toThrow('exports nothing');
});
