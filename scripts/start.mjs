/** `npm start`: install if needed, build, serve the built folder at a printed localhost address. */
import path from 'node:path';
import { install } from './install.mjs';
import { root, runNode, tool } from './run.mjs';
import { serve } from './serve.mjs';

async function start() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
    return 1;
  }
  if (!(await install())) return 1;
  const { code } = await runNode(tool('vite/bin/vite.js'), ['build', '--logLevel', 'warn']);
  if (code !== 0) return code;
  const port = Number(process.env.PORT ?? 4173);
  const { url } = await serve({ dir: path.join(root, 'dist'), port, orNext: true });
  console.log(`\n  Regulars is at  ${url}\n\n  Nothing leaves this machine. Ctrl+C ends it.`);
  return 0;
}

process.exitCode = await start();
