/** Install exactly what package-lock.json says, without running any package's own scripts. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMain, root, run } from './run.mjs';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/**
 * Why node_modules is not what the lock file says, or null where it is. Compares versions and not file times:
 * a checkout or a copy changes the times of files that are the same.
 */
export function whyInstall(folder = root) {
  const installed = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return 'node_modules is missing';
  const has = packagesOf(installed);
  for (const [place, wanted] of Object.entries(packagesOf(path.join(folder, 'package-lock.json')))) {
    if (place === '') continue;
    const present = existsSync(path.join(folder, place, 'package.json'));
    if (!present && (wanted.optional || wanted.extraneous || wanted.peer)) continue;
    if (!present) return `${place} is missing`;
    if (has[place]?.version !== wanted.version)
      return `${place} is ${has[place]?.version ?? 'unknown'}, not ${wanted.version}`;
  }
  return null;
}

/** Returns true when the packages are in place. */
export async function install() {
  const reason = whyInstall();
  if (!reason) {
    console.log('Packages: as package-lock.json says, nothing to install.');
    return true;
  }
  console.log(`Packages: ${reason}; running npm ci --ignore-scripts.`);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (code !== 0) console.error('The packages could not be installed: see the lines above.');
  return code === 0;
}

if (isMain(import.meta)) process.exitCode = (await install()) ? 0 : 1;
