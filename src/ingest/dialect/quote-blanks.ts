import type { Dialect } from '../../domain/choices';

/** Index of the first character from `at` on that is no blank. */
export function skipBlanks(text: string, at: number): number {
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/**
 * Where a cell begins that starts with blanks: at its opening quote, if the quoted text ends where a delimiter or a
 * line end follows (`1, "Hi, Mom!"`); else at its blanks.
 */
export function afterBlanks(text: string, at: number, { delimiter, quote, escape }: Dialect): number {
  const open = skipBlanks(text, at);
  if (quote === '' || delimiter === ' ' || text[open] !== quote) return at;
  for (let i = open + 1; i < text.length; i++) {
    const char = text[i];
    if (char === '\n' || char === '\r') return at;
    if (char === escape && (escape !== quote || text[i + 1] === quote)) i++;
    else if (char === quote) {
      const next = text[skipBlanks(text, i + 1)];
      return next === undefined || next === delimiter || next === '\n' || next === '\r' ? open : at;
    }
  }
  return at;
}
