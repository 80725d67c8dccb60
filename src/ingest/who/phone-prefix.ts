import type { OpenQuestion } from '../../domain/said/questions';

/** A country's prefix, and how many numbers stand in the file with it and without it. */
export interface PrefixMet {
  prefix: string;
  meets: number;
}

const MOST_OPTIONS = 5;
/** From here on a second prefix is no accident. */
const RIVAL = 0.2;

/** The one prefix that the numbers show; null where they show none, or two. */
export const onlyPrefix = ([best, second]: readonly PrefixMet[]): PrefixMet | null =>
  best && (second?.meets ?? 0) < RIVAL * best.meets ? best : null;

/** What is asked where numbers meet under several prefixes: which one the numbers without any are of. */
export function prefixQuestion(column: string, prefixes: readonly PrefixMet[]): OpenQuestion | null {
  if (prefixes.length === 0 || onlyPrefix(prefixes)) return null;
  return {
    id: 'phone_prefix',
    column,
    values: { column },
    options: prefixes
      .slice(0, MOST_OPTIONS)
      .map(({ prefix, meets }) => ({ value: prefix, label: { id: 'prefix', values: { prefix, meets } } })),
    examples: [],
  };
}
