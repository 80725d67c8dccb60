import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';

/**
 * What crosses the wall is an id and values; the sentences are in `src/i18n`. These texts are words of files or SQL, and no
 * person is shown them as ours.
 */
const WORDS_OF_FILES: readonly RegExp[] = [
  // Headers, months, names of people and of exports, as files write them.
  /^src\/ingest\/(names|profiles\/exports)\//,
  /^src\/ingest\/dates\/month-names\.ts$/,
  /^src\/ingest\/(who\/stand-ins|rows\/status-words)\.ts$/,
  // SQL: what the schema says of the tables of the import.
  /^workers\/engine\/import\/source-tables\.ts$/,
  // Scripts that run in DuckDB's worker.
  /^workers\/engine\/host\/(prelude|duckdb-worker-text)\.ts$/,
];
/** Words of the page that no language changes. */
const WORDS_OF_THE_PAGE: readonly RegExp[] = [
  /^src\/(i18n|ingest|warehouse)\//,
  // The sample shop's own names, and what a model says to who uses it without the app.
  /^src\/sample\//,
  /^src\/models\/problems\.ts$/,
  // What a column means, for who asks at the door; the page has heads of its own.
  /^src\/analyses\/(define|[^/]+\/analysis)\.ts$/,
];
/** DuckDB's words, by which its errors are told apart. */
const WORDS_OF_DUCKDB: readonly string[] = ['at end of input'];

/** Words of English that are no SQL. */
const ENGLISH = /\b(the|an?|it|its|are|was|were|of|to|that|this|has|have|be|which|your?|nobody)\b/i;
const SQL =
  /^\s*(select|with|create|insert|update|delete|drop|alter|case|when|from|union|comment)\b|::|\(select\b/i;
const WORD = /\p{L}{2,}/gu;

/** Three words or more, and either a whole sentence or a part of one. */
export const isSentence = (text: string): boolean =>
  (text.match(WORD)?.length ?? 0) >= 3 &&
  !SQL.test(text) &&
  (/^[\s"“‘'(…]*\p{Lu}\p{Ll}* .*[.?!]$/su.test(text) || (ENGLISH.test(text) && /\p{Ll} \p{Ll}/u.test(text)));

/** Errors that only a developer sees. */
const isForDevelopers = (node: ts.Node): boolean =>
  ts.isNewExpression(node.parent) &&
  /^((Type|Range|Syntax)?Error|DOMException)$/.test(node.parent.expression.getText());

const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('x');
};

/** The sentences in a source text, with their lines. */
export function sentencesIn(source: string): string[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null && isSentence(text) && !WORDS_OF_DUCKDB.includes(text) && !isForDevelopers(node))
      found.push(`line ${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text}`);
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

describe('a sentence is found', () => {
  test.each([
    ["throw new Refused('it is packed more than twice')"],
    ['const message = `${name} is empty: it has no text.`;'],
    ["fail({ next: 'Unpack it and drop the file inside.' })"],
    ["const label = 'Nobody is named here';"],
  ])('%s', (source) => expect(sentencesIn(source)).toHaveLength(1));

  test.each([
    ["throw new Error('the engine has no network')"],
    ['const sql = `select a from b where it is not null`;'],
    ["fault('damaged-gzip', { name })"],
  ])('and not in %s', (source) => expect(sentencesIn(source)).toEqual([]));
});

const named = (folders: readonly string[], ending: RegExp) =>
  folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => ending.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );

/** A name, the same in every language. */
const NAMES: readonly string[] = ['SQL'];
/** Attributes that are read or heard. */
const HEARD = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
];

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Words in the markup of a component, and sentences in its scripts and expressions. */
export function wordsIn(component: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown, at: string): void => {
    if (Array.isArray(node)) return node.forEach((one) => visit(one, at));
    if (typeof node !== 'object' || node === null) return;
    const one = node as Node;
    const data = String(one.data ?? one.value ?? '');
    if (
      one.type === 'StyleSheet' ||
      one.type === 'StyleDirective' ||
      one.type === 'ImportDeclaration' ||
      one.type === 'Comment'
    )
      return;
    if (one.type === 'Attribute') {
      const name = String(one.name);
      const parts = [one.value].flat();
      if (HEARD.includes(name) || name.startsWith('aria-')) return visit(parts, name);
      return visit(
        parts.filter((part) => (part as Node | null)?.type !== 'Text'),
        at,
      );
    }
    if (
      one.type === 'Text' &&
      (at === '' || HEARD.includes(at)) &&
      /\p{L}{2,}/u.test(data) &&
      !NAMES.includes(data)
    )
      found.push(data.trim());
    if (one.type === 'Literal' && typeof one.value === 'string' && isSentence(one.value))
      found.push(one.value);
    if (one.type === 'TemplateLiteral') {
      const text = (one.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('x');
      if (isSentence(text)) found.push(text);
    }
    for (const [name, child] of Object.entries(one)) if (name !== 'parent') visit(child, at);
  };
  const { fragment, instance, module } = parse(component, { modern: true });
  visit(fragment, '');
  visit([instance, module], 'script');
  return found;
}

describe('a word in a component is found', () => {
  test.each([
    ['<p>Orders</p>'],
    ['<button aria-label="Close this">×</button>'],
    ["<p>{isOpen ? 'It is open here' : ''}</p>"],
    ['<script lang="ts">const said: string = \'It is open here\';</script>'],
  ])('%s', (component) => expect(wordsIn(component)).toHaveLength(1));

  test.each([['<p class="lead">{words.ui.close}: 5 %</p>'], ['<input type="search" name="query" />']])(
    'and not in %s',
    (component) => expect(wordsIn(component)).toEqual([]),
  );
});

test('the page holds no word for a person outside the catalogue', () => {
  const files = named(['src'], /\.(ts|svelte)$/).filter(
    (file) => !WORDS_OF_THE_PAGE.some((one) => one.test(file)),
  );
  expect(files.length).toBeGreaterThan(400);
  const found = files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return (file.endsWith('.svelte') ? wordsIn(text) : sentencesIn(text)).map((one) => `${file}, ${one}`);
  });
  expect(found).toEqual([]);
});

test('workers and ingest hold no sentence for a person', () => {
  const files = named(['workers', 'src/ingest'], /\.ts$/);
  expect(files.length).toBeGreaterThan(200);
  const found = files
    .filter((file) => !WORDS_OF_FILES.some((one) => one.test(file)))
    .flatMap((file) =>
      sentencesIn(readFileSync(path.join(root, file), 'utf8')).map((one) => `${file}, ${one}`),
    );
  expect(found).toEqual([]);
});
