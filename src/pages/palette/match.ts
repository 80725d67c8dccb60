import { ASCII } from '../../domain/folded';

/** Fewer letters of an alphabet are inside of nearly every word. */
const LEAST = 3;

const beginsWord = (text: string, part: string): boolean => {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  return false;
};

/**
 * How well what was typed matches a label and what else it is found by, all of them folded: 0 is the label itself, 5 is a part of a word;
 * null is no match. Every typed word has to be found.
 */
export function scoreOf(typed: string, label: string, also = ''): number | null {
  if (typed === '') return null;
  if (label === typed) return 0;
  if (label.startsWith(typed)) return 1;
  const parts = typed.split(/\s+/).filter(Boolean);
  if (parts.every((part) => beginsWord(label, part))) return 2;
  if (also.split(', ').includes(typed)) return 2.5;
  const all = `${label} ${also}`;
  if (parts.every((part) => beginsWord(all, part))) return 3;
  const within = (part: string) => (part.length >= LEAST || !ASCII.test(part)) && all.includes(part);
  return parts.every(within) ? 5 : null;
}
