const NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

/** What separates columns, as a sentence calls it. */
export const nameOfDelimiter = (delimiter: string): string => NAMES[delimiter] ?? `"${delimiter}"`;
