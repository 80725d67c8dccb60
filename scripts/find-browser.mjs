/** Find a Chromium for the tests: never skips, never guesses silently. */
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { isMain, root, run } from './run.mjs';

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/** The usual folders of each system, Chrome first, then Chromium, then Edge. */
export function usualPlaces(platform = process.platform, env = process.env, home = homedir()) {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', `${home}/Applications`].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    const files = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return files.flatMap((file) => folders.map((folder) => `${folder}\\${file}`));
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  const optional = [
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/lib/chromium/chromium',
  ];
  return [...folders.flatMap((folder) => names.map((name) => `${folder}/${name}`)), ...optional];
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onMachine(env = process.env) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name + suffix)));
  return [...onPath, ...usualPlaces()].find(executable) ?? null;
}

/**
 * The browser inside @sparticuz/chromium. It unpacks its own libraries (nss, nspr) only where it believes to run
 * on Lambda, and not at all where an earlier run left the binary in the temp folder: so an own temp folder.
 */
async function shippedInPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  if (!existsSync(path.join(root, 'node_modules/@sparticuz/chromium/package.json'))) return null;
  const folder = path.join(tmpdir(), `regulars-chromium-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, AWS: process.env.AWS_EXECUTION_ENV };
  const libraries = path.join(folder, 'al2023/lib');
  try {
    process.env.TMPDIR = folder;
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    const file = await chromium.executablePath();
    if (existsSync(libraries) && readdirSync(libraries).length > 0)
      process.env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    return executable(file) ? file : null;
  } catch (error) {
    console.error(`The browser in @sparticuz/chromium could not be unpacked: ${error.message}`);
    return null;
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR: before.TMPDIR, AWS_EXECUTION_ENV: before.AWS }))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

async function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !executable('/usr/bin/apt-get'))
    return null;
  console.log("No browser found: installing Debian's chromium with apt-get.");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { quiet: true, env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { quiet: true, env });
  return onMachine();
}

/** The ways in their order: [what it is, () => path or null]. Tests replace them. */
export const ways = [
  ['on this machine', () => onMachine()],
  ['in the package @sparticuz/chromium', shippedInPackage],
  ["Debian's chromium", fromDebian],
];

/**
 * The path of a browser that playwright-core can drive. $CHROME_BIN wins; where it is set and wrong, that is an error.
 * Throws one clear sentence where there is none.
 */
export async function findBrowser({ env = process.env, order = ways } = {}) {
  if (env.CHROME_BIN) {
    if (executable(env.CHROME_BIN)) return env.CHROME_BIN;
    throw new Error(`CHROME_BIN is set to ${env.CHROME_BIN}, which is not a program that can be run.`);
  }
  for (const [, way] of order) {
    const found = await way();
    if (found) return found;
  }
  throw new Error(
    'No browser for the tests: install Chrome, Chromium or Edge, or set CHROME_BIN to the path of one.',
  );
}

if (isMain(import.meta)) {
  try {
    console.log(await findBrowser());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
