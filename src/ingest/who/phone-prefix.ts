import type { Question } from '../../domain/evidence';
import { whoQuestions } from '../../i18n/en/who-questions';

/** A country's prefix, and how many numbers stand in the file with it and without it. */
export interface PrefixMet {
  prefix: string;
  meets: number;
}

/** From here on a second prefix is no accident. */
const RIVAL = 0.2;

/** The one prefix that the numbers show; null where they show none, or two. */
export const onlyPrefix = ([best, second]: readonly PrefixMet[]): PrefixMet | null =>
  best && (second?.meets ?? 0) < RIVAL * best.meets ? best : null;

/** What is asked where numbers meet under several prefixes: which one the numbers without any are of. */
export function prefixQuestion(column: string, prefixes: readonly PrefixMet[]): Question | null {
  if (prefixes.length === 0 || onlyPrefix(prefixes)) return null;
  const { question, option } = whoQuestions.phonePrefix;
  return {
    id: 'phone_prefix',
    column,
    question: question(column),
    options: prefixes
      .slice(0, 5)
      .map(({ prefix, meets }) => ({ value: prefix, label: option(prefix, String(meets)) })),
    examples: [],
  };
}
