/** Programs that the tests need besides the browser, and how they are brought to a Debian of which we are root. */
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';

/** The path of a program, or null. Programs of administrators are often not in PATH. */
export function onPath(name, env = process.env) {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const folder of [...folders, '/usr/bin', '/usr/sbin']) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not there: the next folder.
    }
  }
  return null;
}

const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const isDebianRoot = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== null;

/** Install packages by Debian's names; does nothing where that is impossible. */
export async function aptInstall(packages) {
  if (!isDebianRoot()) return;
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  await run('apt-get', ['update'], { quiet: true, env });
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  const { code, output } = await run('apt-get', args, { quiet: true, env });
  if (code !== 0) console.error(output.trimEnd().split('\n').slice(-5).join('\n'));
}

const unpacked = path.join(tmpdir(), `regulars-nginx-${process.getuid?.() ?? 0}`);

/** nginx and its list of types of files, on this machine or as `bringNginx` unpacked it; null where there is none. */
export function findNginx() {
  const installed = onPath('nginx');
  const [program, types] = installed
    ? [installed, '/etc/nginx/mime.types']
    : [path.join(unpacked, 'usr/sbin/nginx'), path.join(unpacked, 'etc/nginx/mime.types')];
  return existsSync(program) && existsSync(types) ? { program, types } : null;
}

/** Unpack Debian's nginx into a folder of our own: installed, it would start to serve on port 80. */
export async function bringNginx() {
  if (findNginx() || !isDebianRoot()) return;
  console.log("Unpacking Debian's nginx.");
  mkdirSync(unpacked, { recursive: true });
  await run('apt-get', ['update'], { quiet: true, env });
  const options = { quiet: true, env, cwd: unpacked };
  const { code, output } = await run('apt-get', ['download', 'nginx', 'nginx-common'], options);
  if (code !== 0) console.error(output.trimEnd().split('\n').slice(-5).join('\n'));
  for (const file of readdirSync(unpacked).filter((name) => name.endsWith('.deb')))
    await run('dpkg', ['-x', file, '.'], options);
}
