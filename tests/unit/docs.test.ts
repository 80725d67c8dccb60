import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { wrongChoice } from '../../src/ingest/mapping/check-choices';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
/** Keys of a block of a TypeScript file, from the line that opens it to the one that closes it. */
function keys(file: string, opens: string, closes: string): string[] {
  const text = read(file);
  const from = text.indexOf(opens);
  const block = text.slice(from, text.indexOf(closes, from));
  return [...block.matchAll(/^ {2}(\w+)[:(]/gm)].map((match) => match[1] ?? '');
}

/** The first cells of the table of choices. */
const documented = [...read('docs/door.md').matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map((match) => ({
  key: match[1] ?? '',
  values: match[2] ?? '',
}));

describe('docs/door.md', () => {
  test('lists exactly the choices that the code knows', () => {
    const known = keys('src/ingest/mapping/check-choices.ts', 'const CHECKS = {', '\n} satisfies');
    expect(known.length).toBeGreaterThan(25);
    expect(documented.map(({ key }) => key).sort()).toEqual(known.sort());
  });

  test('names values that the code takes, where they are words', () => {
    const plain = documented.filter(({ values }) =>
      /^`[a-z0-9_.,]+`(, `[a-z0-9_.,]+`)*(\.| \(|$)/.test(values),
    );
    expect(plain.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['order_grain', 'date_order', 'decimal']),
    );
    for (const { key, values } of plain) {
      const list = /^(`[^`]+`(?:, `[^`]+`)*)/.exec(values)?.[1] ?? '';
      for (const [, value] of list.matchAll(/`([^`]+)`/g))
        expect([key, value, wrongChoice({ [key]: value })]).toEqual([key, value, null]);
    }
  });

  test('names every function of the door, and no other', () => {
    const functions = keys('src/door/door.ts', 'export interface Door {', '\n}');
    const said = [...read('docs/door.md').matchAll(/^ {4}(?:await )?regulars\.(\w+)/gm)].map(
      (match) => match[1],
    );
    expect([...new Set(said)].sort()).toEqual(functions.sort());
  });
});

test('the README fits on a screen or two, and the tables of the benchmark have their place', () => {
  expect(read('README.md').split('\n').length).toBeLessThan(150);
  expect(read('docs/benchmark.md').match(/<!-- \/?bench -->/g)).toEqual([
    '<!-- bench -->',
    '<!-- /bench -->',
  ]);
});
