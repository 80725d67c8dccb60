/** Words of the page for a person's own SQL. */
export const sql = {
  title: 'Ask in SQL',
  lead: 'Reading only, one statement at a time. What runs here runs in DuckDB on your own machine.',
  label: 'Your text',
  run: 'Run',
  keys: 'Ctrl Enter or ⌘ Enter runs what is selected, or else the statement at the cursor.',
  leave: 'Tab indents. Press Esc, then Tab to leave the text.',
  /** What the editor says itself, by its own words. */
  phrases: {
    'Control character': 'Control character',
    'Selection deleted': 'Selection deleted',
    Completions: 'Suggestions',
  },
  format: 'Format',
  notFormatted: 'This text cannot be formatted, so it stays as it is.',
  replace: (written: string, instead: string) => `Replace ${written} with ${instead}`,
  stale: 'The text has changed since this answer.',
  tables: 'Tables and columns',
  result: 'Answer',
  truncated: (rows: string) => `Only the first ${rows} rows.`,
  cutColumns: (shown: string, all: string) =>
    `Cut at ${shown} of ${all} columns. Name the columns that you need.`,
  cutTexts: (characters: string) => `Longer texts are cut at ${characters} characters.`,
  cutRows: (rows: string) => `Cut at ${rows} rows, because all of them are too large for a page.`,
};
