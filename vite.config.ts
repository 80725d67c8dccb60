import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { preload } from './scripts/preload-plugin';
import { devPolicy } from './scripts/dev-policy';
import { notices } from './scripts/notices';
import { offline } from './scripts/offline-plugin';
import { pageWithoutSql } from './scripts/page-sql';
import { workerTexts } from './scripts/worker-texts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Modules of the workers, for the notices. */
const used = new Set<string>();

export default defineConfig({
  base: './',
  plugins: [svelte(), workerTexts(used), preload(), devPolicy(), pageWithoutSql(), notices(used), offline()],
  define: { __APP_VERSION__: JSON.stringify(version) },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
