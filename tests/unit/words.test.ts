import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';

/** What changes with the language: read while a module is loaded, it would stay that of the first one. */
const SPOKEN = ['words', 'format', 'messagesOf', 'methodOf', 'titledOf', 'plural', 'count'];

/** Names from `i18n/` that are read while the module is loaded, with their lines. */
function readAtOnce(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imported = source.statements.flatMap((statement) =>
    ts.isImportDeclaration(statement) &&
    /(^|\/)(i18n|\.)\/|^\.\.\/numbers/.test((statement.moduleSpecifier as ts.StringLiteral).text) &&
    statement.importClause?.namedBindings &&
    ts.isNamedImports(statement.importClause.namedBindings)
      ? statement.importClause.namedBindings.elements.map(({ name }) => name.text)
      : [],
  );
  const names = SPOKEN.filter((name) => imported.includes(name));
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) && names.includes(node.text) && !ts.isPropertyAssignment(node.parent))
      found.push(`${file}:${source.getLineAndCharacterOfPosition(node.pos).line + 1} ${node.text}`);
    ts.forEachChild(node, visit);
  };
  if (names.length > 0) source.statements.forEach(visit);
  return found;
}

const scripts = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));

test('words are read when they are said, not while a module is loaded', () => {
  const early =
    "import { words } from '../i18n/words';\nconst said = words.ui;\nexport const late = () => words.ui;";
  expect(readAtOnce('planted.ts', early)).toEqual(['planted.ts:2 words']);
  // format.ts itself begins with English.
  const files = scripts('src').filter((file) => file !== path.join('src', 'i18n', 'format.ts'));
  expect(files.flatMap((file) => readAtOnce(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});
