import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** A tool of node_modules, run by this Node: no shell, no PATH, no npx. Paths as in the package's `bin`. */
export const tool = (file) => path.join(root, 'node_modules', file);

/**
 * Run a program in the project's folder; its output goes to our own output unless `quiet`.
 * Resolves to the exit code (1 where it was ended by a signal) and, when quiet, the output.
 */
export function run(command, args, { quiet = false, env = process.env, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Run a script of this project or of a package with the Node that runs us. */
export const runNode = (file, args = [], options = {}) => run(process.execPath, [file, ...args], options);

/** True where the module was started by hand, false where it was imported. */
export const isMain = (meta) =>
  process.argv[1] !== undefined && path.resolve(process.argv[1]) === meta.filename;
