import path from 'node:path';
import { build, type Plugin } from 'vite';
import { root } from '../../scripts/run.mjs';

/** Source text added to the end of src/main.ts in a variant: how a test looks inside without a door in the product. */
const appended = (text: string): Plugin => ({
  name: 'test:appended',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/src/main.ts') ? `${code}\n${text}\n` : undefined),
});

/** Build the app with `text` added to its first module, into tests/.out/<name>. Returns the folder. */
export async function buildVariant(name: string, text: string): Promise<string> {
  const folder = path.join(root, 'tests/.out', name);
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    plugins: [appended(text)],
    build: { outDir: folder, emptyOutDir: true },
  }).finally(() => (process.env.NODE_ENV = before));
  return folder;
}
