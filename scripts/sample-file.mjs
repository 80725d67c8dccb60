/**
 * Write the sample shop to disk, for benchmarks: node scripts/sample-file.mjs <lines> <file.csv> [seed]
 * Prints a JSON line: rows, bytes, seconds, and what the generator knows about the file.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

async function loadGenerator() {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(root, 'src/sample/shop.ts'), formats: ['es'] },
    },
  });
  const output = (Array.isArray(result) ? result[0] : result).output[0].code;
  const folder = await mkdtemp(path.join(tmpdir(), 'regulars-sample-'));
  const file = path.join(folder, 'shop.mjs');
  try {
    await writeFile(file, output);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const [lines, target, seed] = process.argv.slice(2);
if (!target || !(Number(lines) > 0)) {
  console.error('usage: node scripts/sample-file.mjs <lines> <file.csv> [seed]');
  process.exit(2);
}
const { sampleShop } = await loadGenerator();
const shop = sampleShop({ lines: Number(lines), ...(seed ? { seed: Number(seed) } : {}) });
const started = performance.now();
const out = createWriteStream(target);
await pipeline(Readable.from(shop.chunks(), { objectMode: true, highWaterMark: 2 }), out);
const seconds = (performance.now() - started) / 1000;
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ bytes: out.bytesWritten, seconds, peak_megabytes: peak, ...shop.truth() }));
