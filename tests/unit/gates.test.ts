import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { gates } from '../../scripts/check.mjs';
import { root, runNode } from '../../scripts/run.mjs';

/** The rules of eslint.config.js over a text that is not on disk. */
const lint = new ESLint({ cwd: root });

async function errorsOf(filePath: string, text: string): Promise<string[]> {
  const [result] = await lint.lintText(text, { filePath: path.join(root, filePath) });
  return (result?.messages ?? []).filter((one) => one.severity === 2).map((one) => one.ruleId ?? one.message);
}

const script = (text: string) => `<script lang="ts">\n  ${text}\n</script>\n\n<p>{String(it)}</p>\n`;
const layer = 'boundaries/dependencies';

const gate = (name: string) => {
  const found = gates.find(([one]) => one === name);
  if (!found) throw new Error(`no gate ${name}`);
  return { file: found[1] as string, args: found[2] as string[] };
};

/** Run a gate as `npm run check` does, with one more file in the tree; over this file alone where `only` says so. */
async function withPlanted(file: string, text: string, name: string, only = false) {
  const place = path.join(root, file);
  const folder = mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  try {
    const { file: program, args } = gate(name);
    return await runNode(program, only ? [...args.slice(0, -1), file] : args, { quiet: true });
  } finally {
    rmSync(place, { force: true });
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
}

describe('a forbidden import fails the lint', () => {
  const forbidden: [string, string, string][] = [
    ['domain knows no engine', 'src/domain/planted.ts', "export { it } from '../engine/client';"],
    ['domain knows no package', 'src/domain/planted.ts', "export { it } from 'comlink';"],
    ['domain knows no Node', 'src/domain/planted.ts', "export { readFile } from 'node:fs';"],
    [
      'models know no dates',
      'src/models/planted.ts',
      "import type { Choices } from '../domain/choices';\nexport type It = Choices;",
    ],
    ['ingest knows no words', 'src/ingest/planted.ts', "export { words } from '../i18n/words';"],
    ['workers know no words', 'workers/planted.ts', "export { words } from '../src/i18n/words';"],
    ['ingest knows no engine', 'src/ingest/planted.ts', "export { EngineError } from '../engine/errors';"],
    ['warehouse knows no ingest', 'src/warehouse/planted.ts', "export { it } from '../ingest/profiles/it';"],
    ['an analysis knows no other', 'src/analyses/one/shape.ts', "export { shape } from '../other/shape';"],
    ['an analysis knows no svelte', 'src/analyses/one/analysis.ts', "export { mount } from 'svelte';"],
    [
      'a view knows no engine, not even its types',
      'src/analyses/one/View.svelte',
      script("import type { EngineApi } from '../../engine/contract';\n  const it: EngineApi | null = null;"),
    ],
    [
      'the contract imports nothing at run time',
      'src/engine/contract.ts',
      "import { ok } from '../domain/outcome';\nexport const it = ok;",
    ],
    [
      'only the client knows the built text of the workers',
      'src/engine/decode.ts',
      "export { engine } from 'virtual:worker-texts';",
    ],
    ['the engine page-side knows no DuckDB', 'src/engine/client.ts', "export * from '@duckdb/duckdb-wasm';"],
    ['i18n knows no state', 'src/i18n/planted.ts', "export { it } from '../state/project.svelte';"],
    ['the door knows no pages', 'src/door/planted.ts', "export { it } from '../pages/it';"],
    ['the sample knows no words', 'src/sample/planted.ts', "export { words } from '../i18n/words';"],
    ['storage knows no svelte', 'src/storage/planted.ts', "export { mount } from 'svelte';"],
    ['state knows no page', 'src/state/planted.svelte.ts', "export { it } from '../pages/it';"],
    ['charts know no state', 'src/charts/planted.ts', "export { it } from '../state/project.svelte';"],
    ['parts know no Plot', 'src/ui/planted.ts', "export * from '@observablehq/plot';"],
    [
      'parts know no state, not even its types',
      'src/ui/Planted.svelte',
      script("import type { Project } from '../state/project.svelte';\n  const it: Project | null = null;"),
    ],
    ['outputs know no state', 'src/outputs/planted.ts', "export { it } from '../state/project.svelte';"],
    [
      'pages know no workers',
      'src/pages/Planted.svelte',
      script("import { it } from '../../workers/engine/api';"),
    ],
    [
      'workers know no parts',
      'workers/engine/planted.ts',
      "export { default } from '../../src/ui/Part.svelte';",
    ],
    [
      'workers start no file of a page',
      'workers/engine/planted.ts',
      "export const it = new URL('../../src/pages/it.ts', import.meta.url);",
    ],
    [
      'workers gather no views by a pattern',
      'workers/engine/planted.ts',
      "export const views = import.meta.glob('../../src/analyses/*/View.svelte');",
    ],
  ];
  test.each(forbidden)('%s', async (_claim, file, text) => {
    expect(await errorsOf(file, text)).toContain(layer);
  });

  const permitted: [string, string][] = [
    ['src/domain/planted.ts', "export { ok } from './outcome';"],
    ['src/models/planted.ts', "export { ok } from '../domain/outcome';"],
    ['src/analyses/one/analysis.ts', "import sql from './query.sql?raw';\nexport const it = sql;"],
    ['src/analyses/one/View.svelte', script("import it from '../../charts/heatmap';")],
    [
      'src/engine/client.ts',
      "export { engine } from 'virtual:worker-texts';\nexport { wrap } from 'comlink';",
    ],
    ['src/storage/planted.ts', "export { openDB } from 'idb';"],
    ['src/pages/Planted.svelte', script("import { it } from '../outputs/csv';")],
    ['workers/engine/planted.ts', "export const marts = import.meta.glob('../../src/warehouse/**/*.sql');"],
  ];
  test.each(permitted)('what the table allows passes: %s', async (file, text) => {
    expect(await errorsOf(file, text)).not.toContain(layer);
  });

  test('a file of src that belongs to no layer is named', async () => {
    expect(await errorsOf('src/utils/planted.ts', 'export const it = 1;')).toContain(
      'boundaries/no-unknown-files',
    );
    expect(await errorsOf('src/analyses/planted.ts', 'export const it = 1;')).toContain(
      'boundaries/no-unknown-files',
    );
  });

  test('the command of the gate itself goes red on one planted file', async () => {
    const file = 'src/domain/planted-by-a-test.ts';
    const text = "import { EngineError } from '../engine/errors';\n\nexport const it = EngineError;\n";
    const { code, output } = await withPlanted(file, text, 'eslint', true);
    expect(output).toContain('domain may not import ../engine/errors');
    expect(code).toBe(1);
  });
});

describe('what the policy or the promise forbids fails the lint', () => {
  const part = 'src/ui/Planted.svelte';
  const sinks: [string, string, string, string][] = [
    ['{@html}', part, '<p>{@html "<b>x</b>"}</p>', 'svelte/no-at-html-tags'],
    ['a static style attribute', part, '<p style="color: red">x</p>', 'no-restricted-syntax'],
    ['srcdoc in markup', part, '<iframe title="x" srcdoc="<p>x</p>"></iframe>', 'no-restricted-syntax'],
    [
      'bind:innerHTML',
      part,
      `${script('let it = "";')}<p contenteditable bind:innerHTML={it}></p>`,
      'no-restricted-syntax',
    ],
    [
      'innerHTML',
      'src/charts/planted.ts',
      'export const f = (e: Element) => (e.innerHTML = "x");',
      'no-restricted-syntax',
    ],
    [
      'outerHTML by name',
      'src/charts/planted.ts',
      'export const f = (e: Element) => e["outerHTML"];',
      'no-restricted-syntax',
    ],
    [
      'insertAdjacentHTML',
      'src/charts/planted.ts',
      'export const f = (e: Element) => e.insertAdjacentHTML("beforeend", "x");',
      'no-restricted-syntax',
    ],
    ['document.write', 'src/pages/planted.ts', 'document.write("x");', 'no-restricted-syntax'],
    ['eval', 'src/pages/planted.ts', 'export const it = eval("1");', 'no-eval'],
    ['new Function', 'workers/engine/planted.ts', 'export const it = new Function("1");', 'no-new-func'],
    [
      'toFixed where money is',
      'src/domain/planted.ts',
      'export const f = (n: number) => n.toFixed(2);',
      'no-restricted-syntax',
    ],
    [
      'parseFloat where money is',
      'src/ingest/planted.ts',
      'export const f = (t: string) => parseFloat(t);',
      'no-restricted-syntax',
    ],
    [
      'Number.parseFloat in the engine',
      'workers/engine/planted.ts',
      'export const f = (t: string) => Number.parseFloat(t);',
      'no-restricted-syntax',
    ],
    [
      'any',
      'src/domain/planted.ts',
      'export const f = (t: any): unknown => t;',
      '@typescript-eslint/no-explicit-any',
    ],
    [
      'ts-ignore',
      'src/domain/planted.ts',
      '// @ts-ignore\nexport const it: number = "x";',
      '@typescript-eslint/ban-ts-comment',
    ],
  ];
  test.each(sinks)('%s', async (_claim, file, text, rule) => {
    expect(await errorsOf(file, text)).toContain(rule);
  });

  test('a comment cannot switch a rule off', async () => {
    const text = '/* eslint-disable */\nexport const it = eval("1");';
    expect(await errorsOf('src/pages/planted.ts', text)).toContain('no-eval');
  });

  test('a style with a value in it passes: it is set by script, which the policy allows', async () => {
    const text =
      '<script lang="ts">\n  let { it }: { it: string } = $props();\n</script>\n\n<p style:color={it}>x</p>\n';
    expect(await errorsOf(part, text)).toEqual([]);
  });
});

describe('each gate of the check goes red', () => {
  test('the components on a type error and on a promise that nobody waits for', async () => {
    const text =
      '<script lang="ts">\n  const it: number = "x";\n  const go = async () => it;\n</script>\n\n<button onclick={() => {\n  go();\n}}>x</button>\n';
    const { code, output } = await withPlanted('src/ui/PlantedByATest.svelte', text, 'components');
    expect(output).toContain('is not assignable to type');
    expect(output).toContain('no-floating-promises');
    expect(code).not.toBe(0);
  });

  test('oxlint on a promise that nobody waits for', async () => {
    const file = 'src/domain/planted-by-a-test.ts';
    const text = 'export const go = async () => 1;\ngo();\n';
    const { code, output } = await withPlanted(file, text, 'oxlint', true);
    expect(output).toContain('no-floating-promises');
    expect(code).not.toBe(0);
  });

  test('oxlint on a case that a switch forgets', async () => {
    const file = 'src/domain/planted-by-a-test.ts';
    const text =
      "export function f(it: 'a' | 'b'): number {\n  switch (it) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n";
    expect((await withPlanted(file, text, 'oxlint', true)).output).toContain('switch-exhaustiveness-check');
  });

  test('tsc of the workers on a use of the page', async () => {
    const text = 'export const it = document.title;\n';
    const { code, output } = await withPlanted('workers/planted-by-a-test.ts', text, 'tsc (workers)');
    expect(output).toContain("Cannot find name 'document'");
    expect(code).not.toBe(0);
  });

  test('prettier on a badly set file', async () => {
    const file = 'src/domain/planted-by-a-prettier-test.ts';
    const { code } = await withPlanted(file, 'export const it   =  "x"', 'prettier', true);
    expect(code).not.toBe(0);
  });

  test('the SQL lint on a bad analysis', async () => {
    const file = 'src/analyses/planted-by-a-test/query.sql';
    const { code, output } = await withPlanted(file, 'SELECT * FROM orders\n', 'sql lint');
    expect(output).toContain(`${file}:1`);
    expect(code).toBe(1);
  });

  test('the SQL lint on a line of 111 columns', async () => {
    const file = 'src/warehouse/planted-by-a-test.sql';
    const { code, output } = await withPlanted(file, `-- One.\nselect '${'a'.repeat(102)}'\n`, 'sql lint');
    expect(output).toContain(`${file}:2  111 columns, the limit is 110  (width)`);
    expect(code).toBe(1);
  });
});

describe('the packages are pinned', () => {
  const read = (file: string) =>
    JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, unknown>;
  const lock = read('package-lock.json').packages as Record<
    string,
    { resolved?: string; integrity?: string; link?: boolean }
  >;
  const own = read('package.json') as Record<string, Record<string, string>>;
  const unpinned = (versions: Record<string, string>) =>
    Object.entries(versions).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );

  test('the lock file names no host', () => {
    expect(Object.entries(lock).filter(([, one]) => one.resolved !== undefined)).toEqual([]);
    expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"|\.tgz/);
  });

  test('every package has its integrity', () => {
    const without = Object.entries(lock).filter(([place, one]) => place !== '' && !one.integrity);
    expect(without.map(([place]) => place)).toEqual([]);
    expect(Object.keys(lock).length).toBeGreaterThan(50);
  });

  test('every version in package.json is exact', () => {
    expect(unpinned({ ...own.dependencies, ...own.devDependencies, ...own.overrides })).toEqual([]);
    expect(unpinned({ it: '^1.0.0' })).toHaveLength(1);
  });

  test('at most twenty packages reach the person who uses the app', () => {
    expect(Object.keys(own.dependencies ?? {}).length).toBeLessThanOrEqual(20);
  });
});
