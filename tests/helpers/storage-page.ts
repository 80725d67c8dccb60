import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

/** A page that holds `src/storage` and the rules of a tab (`in-page/storage-tab.ts`) without the engine: a tab of it opens in a moment. */
export async function serveStoragePage() {
  const dir = path.join(root, 'tests/.out/storage-page');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir: dir,
      emptyOutDir: true,
      lib: {
        entry: path.join(root, 'tests/helpers/in-page/storage-tab.ts'),
        formats: ['es'],
        fileName: () => 'tab.js',
      },
    },
  });
  mkdirSync(dir, { recursive: true });
  writeFileSync(
    path.join(dir, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>tab</title><script type="module" src="./tab.js"></script>',
  );
  return serve({ dir, headers: false });
}
