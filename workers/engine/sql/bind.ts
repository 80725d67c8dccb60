import { literal } from './quote';

export type Values = Record<string, string | number | boolean | null>;

/** `$name` outside of comments, quoted texts and quoted names. */
const tokens = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([a-z_][a-z0-9_]*)/gi;

/** The parameters that a text names, each once. */
export function parameterNames(sql: string): string[] {
  return [...new Set([...sql.matchAll(tokens)].flatMap((match) => (match[1] ? [match[1]] : [])))];
}

/**
 * The runnable text: each `$name` replaced by its value as a quoted literal. duckdb-wasm binds no names, and a
 * prepared statement can neither be stopped nor report progress; so the text that is shown is the text that ran.
 * Values never reach the parser unquoted. Throws when a value is missing or one is given that the text lacks.
 */
export function bind(sql: string, values: Values): string {
  const names = parameterNames(sql);
  const missing = names.filter((name) => !(name in values));
  const extra = Object.keys(values).filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`no value for $${missing.join(', $')}`);
  if (extra.length > 0) throw new Error(`the text has no $${extra.join(', $')}`);
  return sql.replace(tokens, (whole, name?: string) =>
    name === undefined ? whole : literal(values[name] ?? null),
  );
}

/** Bind those values that a text names; one that is not given is null. */
export function bindKnown(sql: string, values: Values): string {
  return bind(sql, Object.fromEntries(parameterNames(sql).map((name) => [name, values[name] ?? null])));
}
