import { foldName } from '../names/fold-name';
import type { Profile } from './profile';

const found = import.meta.glob<{ default: Profile }>('./exports/*.ts', { eager: true });

/** Every export known by name: each file in `exports` is one. */
export const KNOWN: readonly Profile[] = Object.values(found).map((module) => module.default);

/** The known export of which most names stand in the headers, or null. */
export function recognise(headers: string[]): Profile | null {
  const folded = new Set(headers.map(foldName));
  const has = (name: string) => folded.has(foldName(name));
  const shown = (profile: Profile) =>
    profile.fingerprint.length +
    Object.values(profile.fields).filter((names) => names.some((name) => has(name))).length;
  const fitting = KNOWN.filter(
    ({ fingerprint, columns = headers.length }) =>
      columns === headers.length && fingerprint.every((name) => has(name)),
  );
  return fitting.sort((a, b) => shown(b) - shown(a))[0] ?? null;
}

/** The column that a profile calls by one of these names: one with values first, the same letters before folded ones. */
export function columnNamed<T extends { column: string; filled: number }>(
  names: string[],
  columns: T[],
): T | undefined {
  const named = names.flatMap((name) => {
    const same = columns.filter(({ column }) => column === name);
    const alike =
      same.length > 0 ? same : columns.filter(({ column }) => foldName(column) === foldName(name));
    return alike.slice(0, 1);
  });
  return named.find(({ filled }) => filled > 0) ?? named[0];
}
