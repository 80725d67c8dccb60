import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const browserTests = ['tests/e2e/**/*.test.ts', 'tests/promises/**/*.test.ts'];
/** They hold the page to times of its own, so that nothing else may run beside them. */
const timedTests = ['tests/promises/engine-life.test.ts', 'tests/promises/frozen.test.ts'];

export default defineConfig({
  plugins: [svelte()],
  define: { __APP_VERSION__: '"test"' },
  test: {
    environment: 'node',
    // By default one core is left to the person who waits; here nobody does.
    maxWorkers: '100%',
    testTimeout: 180_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: browserTests,
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
    ],
  },
});
