/**
 * Who may import whom: the table of src/README.md as data, read by eslint.config.js and by the test that plants a
 * violation for each row. A file belongs to the first layer whose pattern matches.
 */
export const layers = [
  ['outcome', ['src/domain/outcome.ts']],
  ['domain', ['src/domain/**']],
  ['models', ['src/models/**']],
  ['ingest', ['src/ingest/**']],
  ['warehouse', ['src/warehouse/**']],
  ['define', ['src/analyses/define.ts']],
  ['registry', ['src/analyses/registry.ts']],
  ['fits', ['src/analyses/fits.ts']],
  ['views', ['src/analyses/views.ts']],
  ['analysis-view', ['src/analyses/(*)/**/*.svelte', 'src/analyses/(*)/**/*.svelte.ts']],
  ['analysis', ['src/analyses/(*)/**/*']],
  ['contract', ['src/engine/contract.ts', 'src/engine/*-contract.ts']],
  ['errors', ['src/engine/errors.ts']],
  ['trusted', ['src/engine/trusted.ts']],
  [
    'client',
    [
      'src/engine/client.ts',
      'src/engine/reader-client.ts',
      'src/engine/model-client.ts',
      'src/engine/client/**',
    ],
  ],
  ['engine', ['src/engine/**']],
  ['worker-text', ['src/worker-texts.d.ts']],
  ['i18n', ['src/i18n/**']],
  ['door', ['src/door/**']],
  ['sample', ['src/sample/**']],
  ['storage', ['src/storage/**']],
  ['state', ['src/state/**']],
  ['charts', ['src/charts/**']],
  ['ui', ['src/ui/**']],
  ['outputs', ['src/outputs/**']],
  ['pages', ['src/pages/**', 'src/main.ts', 'src/App.svelte', 'src/*.css']],
  ['workers', ['workers/**']],
];

const engine = ['contract', 'errors', 'trusted', 'client', 'engine'];
const everythingInSrc = layers.map(([name]) => name).filter((name) => name !== 'workers');
const svelte = ['svelte', 'svelte/**'];
const arrow = ['apache-arrow'];

/**
 * For each layer: `to` are layers, `types` are layers whose types alone may be imported, `own` is the layers of the
 * same analysis folder, `packages` are npm packages. What is not named is forbidden, Node's own modules too.
 * The sample's generator runs in a worker in the page, so workers may import it; state opens the sample shop.
 * `decode.ts` reads Arrow on the page. A figure holds its table twin and its SQL, which are parts: charts → ui.
 * `trusted.ts` imports nothing and starts workers on both sides of the wall. The door hands out the registry.
 */
export const allowed = {
  outcome: {},
  domain: { to: ['domain', 'outcome'] },
  models: { to: ['models', 'outcome'] },
  ingest: { to: ['ingest', 'domain', 'outcome'] },
  warehouse: { to: ['warehouse', 'domain', 'outcome'] },
  define: { to: ['domain', 'outcome', 'models', 'i18n'] },
  registry: { to: ['domain', 'outcome', 'define', 'analysis', 'i18n'] },
  fits: { to: ['domain', 'outcome', 'models', 'define', 'analysis'] },
  views: { to: ['domain', 'outcome', 'define', 'analysis-view', 'i18n'], packages: svelte },
  'analysis-view': {
    to: ['charts', 'ui', 'models', 'domain', 'outcome', 'i18n'],
    types: ['define'],
    own: ['analysis', 'analysis-view'],
    packages: svelte,
  },
  analysis: { to: ['domain', 'outcome', 'models', 'define', 'i18n'], own: ['analysis'] },
  contract: { types: ['domain', 'outcome', 'errors', 'contract'] },
  errors: { to: ['domain', 'outcome'], types: ['contract'] },
  trusted: {},
  client: {
    to: [...engine, 'domain', 'outcome', 'worker-text', 'i18n'],
    packages: ['comlink', ...arrow],
  },
  engine: { to: [...engine, 'domain', 'outcome', 'i18n'], packages: ['comlink', ...arrow] },
  'worker-text': {},
  i18n: { to: ['i18n', 'domain', 'outcome'], types: ['models'] },
  door: {
    to: ['door', 'state', 'registry', 'define', ...engine, 'domain', 'outcome', 'i18n'],
  },
  sample: { to: ['sample', 'domain', 'outcome'] },
  storage: { to: ['storage', 'domain', 'outcome', 'i18n'], packages: ['idb'] },
  state: {
    to: [
      'state',
      ...engine,
      'storage',
      'domain',
      'outcome',
      'ingest',
      'registry',
      'define',
      'sample',
      'i18n',
    ],
    packages: svelte,
  },
  charts: {
    to: ['charts', 'ui', 'domain', 'outcome', 'i18n'],
    packages: ['@observablehq/plot', 'd3-sankey', ...svelte],
  },
  ui: { to: ['ui', 'domain', 'outcome', 'i18n'], packages: svelte },
  outputs: {
    to: ['outputs', 'domain', 'outcome', 'charts', 'i18n'],
    types: ['contract'],
    packages: ['hucre', 'hucre/**'],
  },
  pages: { to: everythingInSrc, packages: ['*', '@*/*', '*/**', '!@duckdb/**'] },
  workers: {
    to: [
      'workers',
      'domain',
      'outcome',
      'ingest',
      'warehouse',
      'models',
      'define',
      'registry',
      'fits',
      'analysis',
      'contract',
      'errors',
      'trusted',
      'sample',
    ],
    packages: [
      '@duckdb/**',
      'comlink',
      ...arrow,
      'hucre',
      'hucre/**',
      'fflate',
      'chardet',
      'hyparquet',
      'hyparquet-compressors',
      '@e965/xlsx',
    ],
  },
};

/** Settings of eslint-plugin-boundaries: every file has exactly one category. */
export const fileCategories = layers.map(([category, pattern]) => ({
  category,
  pattern,
  ...(pattern.some((one) => one.includes('(*)')) ? { capture: ['analysis'] } : {}),
  stopMatching: true,
}));

/** Policies of the rule boundaries/dependencies; its default is to disallow. */
export const policies = Object.entries(allowed).flatMap(([layer, { to, types, own, packages }]) => {
  const from = { file: { categories: layer } };
  const allow = [];
  if (to) allow.push({ to: { file: { categories: { anyOf: to } } } });
  if (types) allow.push({ to: { file: { categories: { anyOf: types } } }, dependency: { kind: 'type' } });
  if (own)
    allow.push({
      to: {
        file: { categories: { anyOf: own }, captured: { analysis: '{{ from.file.captured.analysis }}' } },
      },
    });
  if (packages) allow.push({ to: { module: { origin: 'external', source: packages } } });
  return allow.map((one) => ({ from, allow: one }));
});
