import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/run.mjs';

/** A wall of the built app and how to take it away from a copy: file below the folder, pattern, what stands there then. */
interface Wall {
  file: RegExp;
  pattern: RegExp;
  instead: string | ((match: string) => string);
  times: number;
}

export const walls = {
  /** DuckDB's own lock: every line of it that is about files, addresses and extensions. */
  lock: {
    file: /^workers\/engine-.*\.js$/,
    pattern:
      /set (autoload_known_extensions|autoinstall_known_extensions|allow_community_extensions|enable_external_access|lock_configuration) = (true|false)|set allowed_directories = \['in\/'\]/g,
    instead: 'select 1',
    times: 6,
  },
  /** The list of the network functions that are removed from both workers. */
  removal: {
    file: /^workers\/engine-.*\.js$/,
    pattern: /\[[`"']fetch[`"'],[`"']XMLHttpRequest[`"'][^\]]*\]/g,
    instead: '[]',
    times: 1,
  },
  /** The policy of the page, which its blob: workers inherit. */
  policy: {
    file: /^index\.html$/,
    pattern: /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/g,
    instead: '',
    times: 1,
  },
} satisfies Record<string, Wall>;

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));

/** Change the text of built files; a pattern that is not found as often as it should be is an error. */
export function patched(from: string, name: string, changes: Wall[]): string {
  const folder = path.join(root, 'tests/.out', name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true });
  for (const { file, pattern, instead, times } of changes) {
    let found = 0;
    for (const one of filesBelow(folder).filter((below) => file.test(below))) {
      const place = path.join(folder, one);
      const text = readFileSync(place, 'utf8');
      found += [...text.matchAll(pattern)].length;
      writeFileSync(
        place,
        text.replace(pattern, (match) => (typeof instead === 'string' ? instead : instead(match))),
      );
    }
    if (found !== times) throw new Error(`${String(pattern)} was found ${found} times, not ${times}`);
  }
  return folder;
}

/** A copy of the build that has only the walls that are named. Its service worker refuses it, so block that. */
export function onlyWalls(name: string, standing: (keyof typeof walls)[]): string {
  const gone = Object.entries(walls).filter(([wall]) => !standing.includes(wall as keyof typeof walls));
  return patched(
    path.join(root, 'dist'),
    name,
    gone.map(([, wall]) => wall),
  );
}
