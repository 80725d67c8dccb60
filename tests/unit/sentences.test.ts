import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
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
  ts.isNewExpression(node.parent) && /^(Type|Range)?Error$/.test(node.parent.expression.getText());

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

test('workers and ingest hold no sentence for a person', () => {
  const files = ['workers', 'src/ingest'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  expect(files.length).toBeGreaterThan(200);
  const found = files
    .filter((file) => !WORDS_OF_FILES.some((one) => one.test(file)))
    .flatMap((file) =>
      sentencesIn(readFileSync(path.join(root, file), 'utf8')).map((one) => `${file}, ${one}`),
    );
  expect(found).toEqual([]);
});
