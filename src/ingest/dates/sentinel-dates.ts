/** Days that programs write where they know none: the zero of a spreadsheet, of Unix, of DOS, of a database; and "never". */
export const SENTINEL_DAYS = [
  '0001-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1970-01-01',
  '1980-01-01',
  '2099-12-31',
  '9999-12-31',
] as const;

/** The zero of a spreadsheet as it shows it, a day that no calendar has: 1900-01-00, 1/0/1900, 00.01.1900. For RE2 and JavaScript. */
export const ZERO_DAY = '^(1900[-/.]0?1[-/.]00?|0?1[-/.]00?[-/.]1900|00?[-/.]0?1[-/.]1900)([ T].*)?$';
