const NUMBER = /^-?(\d+|\d+\.\d+|\.\d+)([eE][+-]?\d+)?$/;
const BLANKS = '[\\s\\x00-\\x1f\\u00a0\\ufeff]*';
/** What a spreadsheet could take for a formula or a command: = + - @, their full-width forms, | % and controls. */
const RUNS = new RegExp(`^${BLANKS}[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20|%\\t\\r\\n\\0]`);

/** A text as a cell that no spreadsheet runs: one `'` in front where it begins like a formula, or with `'` itself. */
export const guard = (text: string): string =>
  text.startsWith("'") || (RUNS.test(text) && !NUMBER.test(text)) ? `'${text}` : text;

/** The inverse of `guard`: exactly one leading `'` is dropped. Only for what was guarded. */
export const unguard = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);
