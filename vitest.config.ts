import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const browserTests = ['tests/e2e/**/*.test.ts', 'tests/promises/**/*.test.ts'];
/** Long forms of promises: only by `npm run soak`. */
const soakTests = ['tests/soak/**/*.test.ts'];
/** They count further there: tests/helpers/counts.ts. */
const countedFurther = [
  'analyses/churn',
  'analyses/clv-coverage',
  'analyses/invariants',
  'analyses/one-net',
  'analyses/oracle',
  'analyses/overview',
  'analyses/questions',
  'analyses/viewer',
  'corpora/fuzz',
  'promises/accessibility',
  'promises/forget-kills',
  'promises/fuzz',
  'promises/no-code',
  'warehouse/adversary',
  'warehouse/layouts',
  'warehouse/thousand-files',
  'warehouse/traps',
].map((name) => `tests/${name}.test.ts`);
const otherBrowserTests = ['tests/browsers/**/*.test.ts'];
/** They hold the page to times of its own, so that nothing else may run beside them. */
const timedTests = ['tests/promises/engine-life.test.ts', 'tests/promises/frozen.test.ts'];

/** Longest first: a file of a minute that comes last keeps one worker waiting. On a fresh clone nothing else tells how long one takes. */
const LONGEST = [
  'analyses/contract',
  'warehouse/layouts',
  'unit/gates',
  'corpora/fuzz',
  'analyses/one-net',
  'analyses/oracle',
  'analyses/several-files',
  'analyses/clv-coverage',
  'warehouse/adversary',
  'warehouse/thousand-files',
  'warehouse/traps',
  'promises/accessibility',
  'promises/no-code',
  'promises/no-network',
  'promises/offline',
  'e2e/journey',
  'e2e/bad-input',
  'promises/csp',
  'promises/build',
].map((name) => `tests/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

const soak = {
  extends: true as const,
  test: {
    name: 'soak',
    include: [...soakTests, ...countedFurther],
    env: { REGULARS_WHOLE: '1' },
    fileParallelism: false,
    testTimeout: 4 * 3_600_000,
    globalSetup: 'tests/helpers/one-browser.ts',
  },
};

export default defineConfig({
  plugins: [svelte()],
  define: { __APP_VERSION__: '"test"' },
  test: {
    environment: 'node',
    // By default one core is left to the person who waits; here nobody does.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 180_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...browserTests, ...otherBrowserTests, ...soakTests],
          // What files import, and the engine's compiled code, is had once a worker and not once a file.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browserTests,
          exclude: timedTests,
          sequence: { groupOrder: 1 },
          isolate: false,
          globalSetup: 'tests/helpers/one-browser.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser alone',
          include: timedTests,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          globalSetup: 'tests/helpers/one-browser.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'other browsers',
          include: otherBrowserTests,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          globalSetup: 'tests/browsers/built.ts',
        },
      },
      ...(process.env.REGULARS_SOAK ? [soak] : []),
    ],
  },
});
