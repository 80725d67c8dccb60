/** Files that were found by a pattern, by their names without folder and ending. */
export const byName = <T>(found: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(found).map(([path, file]) => [path.replace(/^.*\/|\.\w+$/g, ''), file]));
