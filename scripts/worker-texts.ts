import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { gzippedEngine, hashOf } from './engine-code';
import { modulesOf } from './notices';

const root = path.resolve(import.meta.dirname, '..');
const id = 'virtual:worker-texts';

/** Our workers, each built as one classic script whose whole text the page puts into a blob: URL. */
const workers = {
  engine: 'workers/engine.worker.ts',
  reader: 'workers/reader.worker.ts',
  oldReader: 'workers/old-reader.worker.ts',
  model: 'workers/model.worker.ts',
};

async function buildWorker(entry: string, minify: boolean, used: Set<string>): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify,
      // Its index runs a list of codecs that compiles WebAssembly, used or not.
      rolldownOptions: {
        treeshake: { moduleSideEffects: (module) => !/hyparquet-compressors|hysnappy/.test(module) },
      },
      lib: { entry: path.join(root, entry), formats: ['iife'], name: 'worker' },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error(`no output for ${entry}`);
  for (const id of modulesOf(output.output)) used.add(id);
  return output.output[0].code;
}

/**
 * `import { engine, reader, oldReader, model, wasm } from 'virtual:worker-texts'`: paths relative to the page.
 * Into `used` go the modules that the workers are made of.
 */
export function workerTexts(used = new Set<string>()): Plugin {
  const served = new Map<string, string | Uint8Array>();
  let minify = true;
  return {
    name: 'regulars:worker-texts',
    configResolved: (config) => void (minify = config.command === 'build'),
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(source) {
      if (source !== `\0${id}`) return undefined;
      const names: Record<string, string> = {};
      for (const [name, entry] of Object.entries(workers)) {
        if (!existsSync(path.join(root, entry))) continue;
        const text = await buildWorker(entry, minify, used);
        names[name] = `workers/${name.replace('R', '-r')}-${hashOf(text)}.js`;
        served.set(names[name], text);
      }
      const wasm = gzippedEngine();
      names.wasm = `assets/duckdb-eh-${hashOf(wasm)}.wasm.gz`;
      served.set(names.wasm, wasm);
      if (minify) for (const [fileName, source] of served) this.emitFile({ type: 'asset', fileName, source });
      return Object.entries(names)
        .map(([name, file]) => `export const ${name} = ${JSON.stringify(file)};`)
        .join('\n');
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = served.get((request.url ?? '').replace(/^\//, '').replace(/\?.*$/, ''));
        if (file === undefined) return next();
        response.setHeader('content-type', typeof file === 'string' ? 'text/javascript' : 'application/gzip');
        response.end(file);
      });
    },
    handleHotUpdate({ file, server }) {
      if (!/\/(workers|src\/(analyses|warehouse|ingest|domain|models))\//.test(file)) return;
      const module = server.moduleGraph.getModuleById(`\0${id}`);
      if (module) server.moduleGraph.invalidateModule(module);
      server.ws.send({ type: 'full-reload' });
    },
  };
}
