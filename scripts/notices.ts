import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rollup } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** The file in the built folder. Its ending lets every host show it as a text. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

const TEXTS = /^(licen[cs]e|copying|notice|copyrightnotice)/i;
const LICENCE = /^(licen[cs]e|copying)/i;
const LINE = '='.repeat(100);

export interface Notice {
  /** Name and version, such as "idb 8.0.4". */
  name: string;
  licence: string;
  text: string;
}

/** Texts kept here for packages that come without one: name → file and the version it was written for. */
const OURS: Record<string, { file: string; version: string }> = {
  '@duckdb/duckdb-wasm': { file: 'scripts/licences/duckdb-wasm.txt', version: '1.32.0' },
};

/** Only the licence of the program itself: the rest is about what the program is bundled from, and not in our build. */
const BUNDLED_TOOLS = /\n# Licenses of bundled dependencies[\s\S]*$/;

/**
 * The folder of the package that a module is of, or null where it is ours. Vite's and Rolldown's helpers are modules
 * without a file.
 */
export function packageFolder(id: string): string | null {
  const helper = /^\0(vite|rolldown)\//.exec(id)?.[1];
  if (helper) return path.join(root, 'node_modules', helper);
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? null;
}

/** Modules of which something is left in the output. */
export const modulesOf = (output: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[]): string[] =>
  output.flatMap((one) =>
    one.type === 'chunk'
      ? Object.entries(one.modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id]) => id)
      : [],
  );

/** The licence of the package in a folder. Throws where it has no text: then it may not be given on. */
export function noticeOf(folder: string): Notice {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const files = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .sort();
  const ours = OURS[name];
  if (ours && ours.version !== version)
    throw new Error(
      `${ours.file} is of ${name} ${ours.version}, not ${version}: look whether it still says everything`,
    );
  if (!ours && !files.some((file) => LICENCE.test(file)))
    throw new Error(`${name} ${version} has no licence text, so the build may not contain it`);
  const places = ours ? [path.join(root, ours.file)] : files.map((file) => path.join(folder, file));
  const text = places
    .map((place) => readFileSync(place, 'utf8').replaceAll('\r\n', '\n').replace(BUNDLED_TOOLS, '').trim())
    .join('\n\n');
  return { name: `${name} ${version}`, licence: license ?? 'see below', text };
}

/** Packages that a file, bundled by its publisher, was made from: its source map names them. */
export function packagesInside(map: string): string[] {
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] };
  const names = sources.map((source) => /^(?:\.\.\/)+((?:@[^/]+\/)?[^/]+)\/.*\.\w+$/.exec(source)?.[1] ?? '');
  return [...new Set(names)].filter((name) => name !== '' && name !== 'src').sort();
}

/** Where a package finds another one: in its own folder, or in one above it. */
function installed(name: string, from: string): string | null {
  for (let folder = from; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(found, 'package.json'))) return found;
  }
  return null;
}

/**
 * The folders of packages whose code a module may hold because its publisher has bundled it: those that its source map names,
 * or where it has none, those that its package needs. Throws for one that nothing here has a licence of.
 */
export function foldersInside(id: string): string[] {
  const folder = packageFolder(id);
  const file = id.replace(/^\0|\?.*$/g, '');
  if (!folder || !file.startsWith(`${folder}/dist/`)) return [];
  const { name, dependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    dependencies?: Record<string, string>;
  };
  const names = existsSync(`${file}.map`) ? packagesInside(`${file}.map`) : Object.keys(dependencies);
  const ours = OURS[name] ? readFileSync(path.join(root, OURS[name].file), 'utf8') : '';
  return names.flatMap((one) => {
    const found = installed(one, folder);
    if (!found && !ours.includes(`\n ${one}: `))
      throw new Error(`${file} contains ${one}, whose licence is nowhere here`);
    return found ? [found] : [];
  });
}

function fonts(): Notice[] {
  const folder = path.join(root, 'public/fonts');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.LICENSE.txt'))
    .sort()
    .map((file) => ({
      name: `Font ${file.replace('.LICENSE.txt', '')}`,
      licence: 'OFL-1.1',
      text: readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
    }));
}

/** All of them as one text; packages with the same words share one copy. */
export function noticesText(notices: readonly Notice[]): string {
  const sorted = [...notices].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const texts = new Map<string, Notice[]>();
  for (const one of sorted) texts.set(one.text, [...(texts.get(one.text) ?? []), one]);
  return [
    'Regulars contains the work of others. Each part and its licence:',
    sorted.map(({ name, licence }) => `  ${name} (${licence})`).join('\n'),
    ...[...texts].map(
      ([text, of]) => `${LINE}\n${of.map(({ name }) => name).join(', ')}\n${LINE}\n\n${text}`,
    ),
    '',
  ].join('\n\n');
}

/** What the whole build contains, for the folders of its packages. */
export function noticesFor(folders: Iterable<string>): string {
  return noticesText([...[...new Set(folders)].sort().map(noticeOf), ...fonts()]);
}

/**
 * Writes the licences of everything in the build into it. `used` has the modules of the workers, which are built apart.
 * A package without a licence text ends the build.
 */
export function notices(used: ReadonlySet<string>): Plugin {
  return {
    name: 'regulars:notices',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const ids = [...used, ...modulesOf(Object.values(bundle))];
        const folders = ids.map(packageFolder).filter((folder) => folder !== null);
        const source = noticesFor([...folders, ...ids.flatMap(foldersInside)]);
        this.emitFile({ type: 'asset', fileName: NOTICES, source });
      },
    },
  };
}
