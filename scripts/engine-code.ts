import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..');
const packageFolder = path.dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));

const EXPORT_SECTION = 7;
const HEADER_BYTES = 8;

/**
 * The same module with an export for each name that `isAsked`, and no other. Of the binary format of WebAssembly
 * (https://webassembly.github.io/spec/core/binary/modules.html) only the list of sections and the one of exports are
 * read; every other byte stays. Throws where the bytes are not a module with exports.
 */
export function withFewerExports(
  wasm: Uint8Array<ArrayBuffer>,
  isAsked: (name: string) => boolean,
): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(wasm.buffer, wasm.byteOffset, wasm.byteLength);
  if (bytes.subarray(0, 4).toString('latin1') !== '\0asm') throw new Error('this is not WebAssembly');
  let at = HEADER_BYTES;
  const number = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes.readUInt8(at++);
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const section = at;
    const id = bytes[at++];
    const size = number();
    const end = at + size;
    if (id !== EXPORT_SECTION) {
      at = end;
      continue;
    }
    const kept: Buffer[] = [];
    for (let left = number(); left > 0; left--) {
      const entry = at;
      const length = number();
      const name = bytes.subarray(at, at + length).toString();
      at += length + 1; // The byte after the name says what kind of thing it is; a number says which.
      number();
      if (isAsked(name)) kept.push(bytes.subarray(entry, at));
    }
    const body = Buffer.concat([unsigned(kept.length), ...kept]);
    const head = Buffer.from([EXPORT_SECTION]);
    return Buffer.concat([
      bytes.subarray(0, section),
      head,
      unsigned(body.length),
      body,
      bytes.subarray(end),
    ]);
  }
  throw new Error('this module exports nothing');
}

function unsigned(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) | 128);
  }
}

/**
 * DuckDB's code as the package publishes it is linked so that extensions could be joined to it at run time: 75,000
 * functions and globals are exported by name, 7 MB of names, and its worker makes a JavaScript function of each before it
 * answers. No extension is ever joined here (workers/engine/host/seal.ts), so only what the worker itself names is exported.
 */
export function engineCode(): Uint8Array<ArrayBuffer> {
  const worker = readFileSync(path.join(packageFolder, 'duckdb-browser-eh.worker.js'), 'utf8');
  const named = new Set(worker.match(/[A-Za-z_$][\w$]*/g));
  // The worker puts these names together, from what a function takes and returns.
  const isAsked = (name: string) => named.has(name) || name.startsWith('dynCall_');
  return withFewerExports(publishedCode(), isAsked);
}

export const publishedCode = (): Uint8Array<ArrayBuffer> =>
  readFileSync(path.join(packageFolder, 'duckdb-eh.wasm'));

export const hashOf = (bytes: string | Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** Made once for the same bytes, and put in its place whole: several processes may ask at once. */
function cached(name: string, make: () => Uint8Array): string {
  const file = path.join(root, 'node_modules/.cache/regulars', name);
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, make());
    renameSync(`${file}.${process.pid}`, file);
  }
  return file;
}

/** The engine travels as .wasm.gz so that any host sends 6.7 MB in place of 27. */
export function gzippedEngine(): Uint8Array {
  const code = engineCode();
  return readFileSync(cached(`${hashOf(code)}.wasm.gz`, () => gzipSync(code, { level: 9 })));
}

/** A file with the engine's code, for where no page unpacks it. */
export function engineCodeFile(): string {
  const code = engineCode();
  return cached(`${hashOf(code)}.wasm`, () => code);
}
