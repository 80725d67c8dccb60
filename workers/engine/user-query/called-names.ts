/** What DuckDB's own scanner makes of a text: where each token begins, in bytes, and its type. */
export interface Tokens {
  offsets: number[];
  types: number[];
}

/** A name that stands before a bracket, without its quotes and in lower case, and where it begins, in characters. */
export interface CalledName {
  name: string;
  at: number;
}

/** As the scanner numbers them. */
const [IDENTIFIER, OPERATOR, KEYWORD] = [0, 3, 4];

/** Spaces of Unicode: DuckDB's parser takes them for spaces, its scanner for letters of a name. */
const SPACES = /[\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/g;

/** A text as it has to be given to the scanner, of as many characters. */
export const scannable = (sql: string): string => sql.replace(SPACES, ' ');

/**
 * Every name of a text that is followed by a bracket: functions, and a few that are none (types, names of columns).
 * `sql` as `scannable` gives it. Comments are no tokens, so that they hide nothing.
 */
export function calledNames(sql: string, { offsets, types }: Tokens): CalledName[] {
  const bytes = new TextEncoder().encode(sql);
  const text = (from: number, to?: number) => new TextDecoder().decode(bytes.subarray(from, to));
  return offsets.flatMap((from, i) => {
    const [type, next] = [types[i], offsets[i + 1]];
    const isName = type === IDENTIFIER || type === KEYWORD;
    if (!isName || next === undefined || types[i + 1] !== OPERATOR || bytes[next] !== 0x28) return [];
    return [{ name: bare(text(from, next)), at: text(0, from).length }];
  });
}

/** The name that a token begins with; spaces and comments follow it. */
function bare(token: string): string {
  const quoted = /^"((?:[^"]|"")*)"/.exec(token);
  const name = quoted ? quoted[1]!.replaceAll('""', '"') : /^[^\s/-]*/.exec(token)![0];
  return name.toLowerCase();
}
