import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { views } from '../../src/analyses/views';
import { root, runNode, tool } from '../../scripts/run.mjs';

/** The six steps of docs/adding-an-analysis.md, done in a copy of the project; then the contract test of that copy, as it stands. */
const COPIED = [
  'src',
  'workers',
  'scripts',
  'tests/helpers',
  'tests/fixtures',
  'tests/analyses/contract.test.ts',
];
const SETTINGS = ['package.json', 'tsconfig.json', 'vitest.config.ts'];
const ID = 'days-of-the-week';

let copy = '';
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** A folder for a new question and its two files of English, made from the template; nothing else of the copy changes. */
function addAnalysis(): (file: string) => string {
  copy = mkdtempSync(path.join(os.tmpdir(), 'regulars-template-'));
  const at = (file: string) => path.join(copy, file);
  for (const part of [...COPIED, ...SETTINGS]) cpSync(path.join(root, part), at(part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), at('node_modules'));
  const folder = `src/analyses/${ID}`;
  cpSync(at('src/analyses/_template'), at(folder), { recursive: true });
  for (const file of ['analyses/_template.ts', 'methods/_template.md'])
    cpSync(at(`src/i18n/en/${file}`), at(`src/i18n/en/${file.replace('_template', ID)}`));
  change(at(`src/i18n/en/analyses/${ID}.ts`), 'template: typeof', `'${ID}': typeof`);
  renameSync(at(`${folder}/golden.json`), at(`tests/fixtures/twelve-customers/golden/${ID}.json`));
  for (const read of ['messagesOf', 'methodOf'])
    change(at(`${folder}/View.svelte`), `${read}('template')`, `${read}('${ID}')`);
  change(at(`${folder}/analysis.ts`), "id: 'template'", `id: '${ID}'`);
  return (file) => at(`${folder}/${file}`);
}

function change(file: string, from: string, to: string) {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

/** Runs the contract test of the copy on the new question alone; its output, and whether it passed. */
async function contract() {
  const args = ['run', '--root', copy, '--project', 'node', '--reporter', 'verbose'];
  const { code, output } = await runNode(
    tool('vitest/vitest.mjs'),
    [...args, '--maxWorkers', '1', 'tests/analyses/contract.test.ts', '-t', `^${ID} `],
    { quiet: true, cwd: copy, env: { ...process.env, NO_COLOR: '1' } },
  );
  return { passed: code === 0, output };
}

const failed = (output: string) => output.split('\n').filter((line) => /^\s*×/.test(line));

it('a folder made from the template is an analysis: it is found, its SQL answers the shop of twelve customers, it has a page', async () => {
  addAnalysis();
  const { passed, output } = await contract();
  expect(passed, output).toBe(true);
  for (const claim of [
    `${ID} > has a page, found under its id`,
    `${ID} > has a title, a question and a method`,
    `${ID} > on native DuckDB > gives the answers worked out on paper for the twelve customers`,
    `${ID} > on wasm DuckDB > gives the answers worked out on paper for the twelve customers`,
  ])
    expect(output).toContain(claim);
});

it('a folder whose SQL counts wrongly and which has neither page nor words is refused by just these claims', async () => {
  const at = addAnalysis();
  change(at('query.sql'), 'count(*) as orders', 'count(*) + 1 as orders');
  rmSync(at('View.svelte'));
  rmSync(path.join(copy, `src/i18n/en/analyses/${ID}.ts`));
  const { passed, output } = await contract();
  expect(passed).toBe(false);
  const red = failed(output).join('\n');
  expect(red).toContain('has a page, found under its id');
  expect(red).toContain('has a title, a question and a method');
  expect(red).toContain('gives the answers worked out on paper');
  expect(red).not.toContain('names in its SQL its own parameters');
});

it('the template itself is no question of the product', () => {
  expect(analyses.has('template')).toBe(false);
  expect([...views.keys()]).not.toContain('_template');
});
