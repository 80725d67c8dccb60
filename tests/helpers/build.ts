import path from 'node:path';
import { build, type Plugin } from 'vite';
import { root } from '../../scripts/run.mjs';

/** Source text added to the end of src/main.ts in a variant: how a test looks inside without a door in the product. */
const appended = (text: string): Plugin => ({
  name: 'test:appended',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/src/main.ts') ? `${code}\n${text}\n` : undefined),
});

/** A first module that throws before it does anything: a version that was built well and does not start. */
const broken: Plugin = {
  name: 'test:broken',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/src/main.ts')
      ? code.replace('async function open(', 'throw new Error("broken");\nasync function open(')
      : undefined,
};

/** Build the app with `text` added to its first module, or broken, into tests/.out/<name>. Returns the folder. */
export async function buildVariant(name: string, text: string, isBroken = false): Promise<string> {
  const folder = path.join(root, 'tests/.out', name);
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    plugins: isBroken ? [broken] : [appended(text)],
    build: { outDir: folder, emptyOutDir: true },
  }).finally(() => (process.env.NODE_ENV = before));
  return folder;
}
