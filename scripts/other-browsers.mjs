/** `npm run browsers`: one journey in Firefox and in WebKitGTK. Finds both, or installs Debian's as root. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, onPath } from './debian.mjs';
import { isMain, runNode, tool } from './run.mjs';

/** Everything that the journey needs, by the names of Debian. */
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth', 'dbus'];

/** The small browser that comes with WebKitGTK; its folder is named by the machine and the version of its interface. */
function miniBrowser(libraries = ['/usr/lib', '/usr/libexec']) {
  const near = libraries.filter((folder) => existsSync(folder));
  const machines = near.flatMap((folder) => [
    folder,
    ...readdirSync(folder)
      .filter((name) => name.includes('-linux-'))
      .map((name) => path.join(folder, name)),
  ]);
  const files = machines.flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) =>
      path.join(folder, name, 'MiniBrowser'),
    ),
  );
  return files.find((file) => existsSync(file)) ?? null;
}

/** What is on this machine: paths, or null where a browser or what it needs is missing. */
export function otherBrowsers() {
  const firefox = onPath('firefox-esr') ?? onPath('firefox');
  const [driver, screen, browser] = [onPath('WebKitWebDriver'), onPath('Xvfb'), miniBrowser()];
  return { firefox, webkit: driver && screen && browser ? { driver, screen, browser } : null };
}

/** Install Debian's browsers where one is missing and this is a Debian of which we are root. Returns what is there then. */
export async function installOtherBrowsers() {
  const { firefox, webkit } = otherBrowsers();
  if (!firefox || !webkit) await aptInstall(PACKAGES);
  return otherBrowsers();
}

if (isMain(import.meta)) {
  const { firefox, webkit } = await installOtherBrowsers();
  console.log(`Firefox: ${firefox ?? 'missing'}\nWebKitGTK: ${webkit?.browser ?? 'missing'}`);
  const { code } = await runNode(tool('vitest/vitest.mjs'), [
    'run',
    '--project',
    'other browsers',
    '--reporter=verbose',
    ...process.argv.slice(2),
  ]);
  process.exitCode = code;
}
