import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** `npm run soak`: the long forms of promises whose short forms `npm test` holds. */
export default defineConfig({
  plugins: [svelte()],
  define: { __APP_VERSION__: '"test"' },
  test: { include: ['tests/soak/**/*.test.ts'], fileParallelism: false, testTimeout: 3_600_000 },
});
