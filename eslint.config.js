import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { fileCategories, policies } from './scripts/layers.mjs';

const typed = ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'];
const ours = ['src/**/*.{ts,svelte}', 'workers/**/*.ts'];

const htmlSinks = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'Text goes in as text: build nodes or use Svelte.',
  },
  {
    selector: 'MemberExpression[property.value=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'Text goes in as text: build nodes or use Svelte.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'document.write is refused by Trusted Types.',
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'] > Literal[value=/^(srcdoc|style|on.*)$/i]",
    message: 'The policy forbids inline styles and handlers, and srcdoc is code.',
  },
];

const markupSinks = [
  {
    selector: 'SvelteAttribute[key.name="style"]:not(:has(SvelteMustacheTag))',
    message: 'A static style attribute breaks style-src: use a class or style:property={value}.',
  },
  {
    selector: 'SvelteAttribute[key.name="srcdoc"]',
    message: 'srcdoc is code.',
  },
  {
    selector: 'SvelteDirective[kind="Binding"][key.name.name=/^(innerHTML|outerHTML)$/]',
    message: 'Text goes in as text: bind textContent.',
  },
];

const money = [
  {
    selector: 'CallExpression[callee.name="parseFloat"]',
    message: 'Money and numbers of a file are read by the rules of ingest, never by parseFloat.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(parseFloat|toFixed)$/]',
    message: 'toFixed and parseFloat round money by chance.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist-models/',
      'node_modules/',
      'coverage/',
      '.svelte-check/',
      'tests/.out/',
      'tests/fixtures/',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-syntax': ['error', ...htmlSinks],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  { files: ['scripts/**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // The rules that ask for types are oxlint's (.oxlintrc.json): the same answers in a tenth of the time.
  { files: typed, rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // There is no store in this project, and it asks the type of everything (`TIMING=1 npx eslint .`).
      'svelte/require-store-reactive-access': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-at-debug-tags': 'error',
      'no-restricted-syntax': ['error', ...htmlSinks, ...markupSinks],
    },
  },
  {
    files: ['src/domain/**', 'src/ingest/**', 'src/warehouse/**', 'workers/engine/**'],
    rules: { 'no-restricted-syntax': ['error', ...htmlSinks, ...money] },
  },
  {
    files: ours,
    plugins: { boundaries },
    settings: {
      'import/resolver': { [`${import.meta.dirname}/scripts/import-resolver.cjs`]: {} },
      'boundaries/root-path': import.meta.dirname,
      'boundaries/files': fileCategories,
      'boundaries/additional-dependency-nodes': [
        { name: 'glob', selector: "CallExpression[callee.property.name='glob'] > Literal", kind: 'value' },
        {
          name: 'globs',
          selector: "CallExpression[callee.property.name='glob'] > ArrayExpression > Literal",
          kind: 'value',
        },
        {
          name: 'url',
          selector: "NewExpression[callee.name='URL']:has(MetaProperty) > Literal:first-child",
          kind: 'value',
        },
      ],
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          checkUnknownLocals: true,
          checkInternals: true,
          policies,
          message:
            '{{ from.file.categories }} may not import {{ dependency.source }} (who may import whom: scripts/layers.mjs)',
        },
      ],
      'boundaries/no-unknown-files': 'error',
    },
  },
  { files: ['tests/promises/**'], rules: { 'no-restricted-syntax': 'off', 'no-eval': 'off' } },
  // Filled by declaration merging: each file of en/analyses adds its own.
  {
    files: ['src/i18n/analysis-words.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': 'off' },
  },
  { files: ['src/**/*.svelte'], rules: { 'max-lines': ['warn', 150] } },
  { files: ['src/**/*.ts', 'workers/**/*.ts'], rules: { 'max-lines': ['warn', 200] } },
);
