import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';

/** The documents that name files: the map, those of the folders, and everything in docs. */
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CODE_OF_CONDUCT.md',
  'SECURITY.md',
  'deploy/README.md',
  'src/README.md',
  'workers/README.md',
  'tests/README.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.split(path.sep).join('/')}`),
];

/** Glossary and writing guide name what is to be renamed, with its old and its new name. */
const NAMES_OF_THE_FUTURE = ['docs/glossary.md', 'docs/writing.md'];

const isThere = (file: string) => existsSync(path.join(root, file));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Where a link of a document leads, without addresses and anchors. */
const linksOf = (text: string) =>
  [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^\w+:/.test(link));

/** Files that a text names by a path of the project, in backticks. */
const pathsOf = (text: string) =>
  [...text.matchAll(/`((?:src|workers|scripts|tests|docs|public)\/[\w./-]+)`/g)].map(
    (match) => match[1] ?? '',
  );

test.each(documents)('every link of %s leads to a file', (document) => {
  const from = path.dirname(document);
  expect(linksOf(read(document)).filter((link) => !isThere(path.join(from, link)))).toEqual([]);
});

test.each(documents.filter((document) => !NAMES_OF_THE_FUTURE.includes(document)))(
  'every path that %s names is there',
  (document) => {
    expect(pathsOf(read(document)).filter((named) => !isThere(named))).toEqual([]);
  },
);

test('the maps fit on one screen, and a decision on one page', () => {
  const lines = (file: string) => read(file).trimEnd().split('\n').length;
  expect(lines('src/README.md')).toBeLessThanOrEqual(120);
  expect(lines('workers/README.md')).toBeLessThanOrEqual(120);
  const long = documents.filter((file) => /decisions\/\d/.test(file) && lines(file) > 40);
  expect(long).toEqual([]);
});

test('the index of decisions lists each of them once, under its own title', () => {
  const decisions = documents.filter((file) => /decisions\/\d/.test(file));
  const listed = [...read('docs/decisions/README.md').matchAll(/^- \[(\d{4})\]\(([^)]+)\) (.+)$/gm)].map(
    ([, number, file, title]) => [`docs/decisions/${file}`, `# ${number} ${title}`],
  );
  const found = decisions.map((file) => [file, read(file).split('\n')[0]]);
  expect(listed.sort()).toEqual(found.sort());
});
