import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { headersFor, parseHeaders } from './serve.mjs';

const root = path.resolve(import.meta.dirname, '..');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Files that only a host reads, or that a person reads, and the service worker itself. */
const notForThePage = (file: string) =>
  ['_headers', 'sw.js', 'SHA256SUMS'].includes(file) || file.endsWith('.map');

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

const hashes = (folder: string, files: string[]) =>
  Object.fromEntries(files.map((file) => [file, sha256(readFileSync(path.join(folder, file)))]));

async function serviceWorkerText(files: Record<string, string>, workerPolicy: string): Promise<string> {
  const revision = sha256(JSON.stringify(files)).slice(0, 16);
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: { __BUILD__: JSON.stringify({ revision, files, workerPolicy }) },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: path.join(root, 'workers/offline.worker.ts'), formats: ['iife'], name: 'worker' },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error('no output for the service worker');
  return output.output[0].code;
}

/**
 * After the build: `sw.js` with the hash of every built file in it, and SHA256SUMS over the whole folder. The list is
 * sealed: a file that is not in it is not kept, and one that changed on the way is refused.
 */
export function offline(): Plugin {
  let folder = '';
  return {
    name: 'regulars:offline',
    apply: 'build',
    configResolved: (config) => void (folder = path.resolve(config.root, config.build.outDir)),
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const rules = parseHeaders(readFileSync(path.join(root, 'public/_headers'), 'utf8'));
        const workerPolicy = headersFor(rules, '/workers/any.js')['content-security-policy'] ?? '';
        const files = hashes(
          folder,
          filesBelow(folder).filter((file) => !notForThePage(file)),
        );
        writeFileSync(path.join(folder, 'sw.js'), await serviceWorkerText(files, workerPolicy));
        const all = hashes(
          folder,
          filesBelow(folder).filter((file) => file !== 'SHA256SUMS'),
        );
        const lines = Object.entries(all).map(([file, hash]) => `${hash}  ${file}\n`);
        writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''));
      },
    },
  };
}
