/**
 * Where an import leads, for the layer rules of eslint.config.js. Ours, because it must also answer for
 * `./query.sql?raw`, for patterns of import.meta.glob, for `virtual:worker-texts` and for files that are not there
 * (a forbidden import does not become allowed because its file has another ending).
 */
const { existsSync, statSync } = require('node:fs');
const { builtinModules } = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const isFile = (file) => existsSync(file) && statSync(file).isFile();

exports.interfaceVersion = 2;

exports.resolve = (source, file) => {
  const name = source.replace(/[?#].*$/, '');
  if (name.startsWith('node:') || builtinModules.includes(name)) return { found: true, path: null };
  if (name === 'virtual:worker-texts') return { found: true, path: path.join(root, 'src/worker-texts.d.ts') };
  if (name.startsWith('/')) return { found: true, path: path.join(root, name) };
  if (!name.startsWith('.')) return { found: true, path: path.join(root, 'node_modules', name, 'index.js') };
  const target = path.resolve(path.dirname(file), name);
  const guesses = ['', '.ts', '.d.ts', '.mjs', '.js', '.cjs', '/index.ts', '/index.js'];
  const found = guesses.map((ending) => target + ending).find(isFile);
  return { found: true, path: found ?? (path.extname(target) ? target : `${target}.ts`) };
};
