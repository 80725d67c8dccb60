import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** `npm run soak`: the long forms of what `npm test` does in a short one, a file after the other. */
export default defineConfig({
  plugins: [svelte()],
  define: { __APP_VERSION__: '"test"' },
  test: {
    environment: 'node',
    include: ['tests/soak/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    globalSetup: 'tests/helpers/one-browser.ts',
  },
});
