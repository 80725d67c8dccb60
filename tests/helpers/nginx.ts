import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findNginx } from '../../scripts/debian.mjs';
import { root } from '../../scripts/run.mjs';
import { startProgram } from '../browsers/program';
import type { Server } from './browser';

/** Where nginx is installed, and wherever a missing one has to be red. */
export const nginxIsHere = (env: Record<string, string | undefined> = process.env): boolean =>
  findNginx() !== null || env.CI === 'true' || env.REGULARS_DATA_REQUIRED === '1';

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A text replaced once; throws where it is not there, so that a changed file is noticed. */
function replaced(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`deploy/nginx.conf has not exactly one "${from}"`);
  return text.replace(from, () => to);
}

/** Serve a built folder by nginx with deploy/nginx.conf, in which only the port and the folder are others. */
export async function serveByNginx(
  dir = path.join(root, 'dist'),
  config = readFileSync(path.join(root, 'deploy/nginx.conf'), 'utf8'),
): Promise<Server> {
  const found = findNginx();
  if (!found) throw new Error('nginx is missing: install it (Debian: apt-get install nginx).');
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-nginx-'));
  const port = await freePort();
  const ours = replaced(
    replaced(config, 'listen 80;', `listen 127.0.0.1:${port};`),
    'root /usr/share/nginx/html;',
    `root ${dir};`,
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${path.join(folder, name)};`,
  );
  writeFileSync(path.join(folder, 'regulars.conf'), ours);
  writeFileSync(path.join(folder, 'mime.types'), readFileSync(found.types));
  // As the usual nginx.conf has it around conf.d; one process, so that it ends with us.
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr notice; events {}
http { ${temporary.join(' ')} access_log off; default_type application/octet-stream; include regulars.conf; }\n`,
  );
  const nginx = startProgram(found.program, [
    '-p',
    folder,
    '-e',
    'stderr',
    '-c',
    path.join(folder, 'nginx.conf'),
  ]);
  const close = async () => {
    await nginx.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await nginx.says(/using the "\w+" event method/);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://localhost:${port}/`, port, requests: [], close };
}
