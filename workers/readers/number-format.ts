/** Built-in formats that show a date or a time (ECMA-376 18.8.30, with those of East Asian versions). */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
]);

/** Whether a number format shows days or clock times; `code` is given where the workbook defines it. */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!;
  return (
    /[ymdhs年月日時时分秒]/i.test(bare) && !/general|standard/i.test(bare) && !/[0#?]\s*[eE][+-]/.test(bare)
  );
}

const DAY = 86_400_000;

/**
 * A spreadsheet's day number as a Date with the wall clock in its UTC fields. Day 60 of the 1900 system never was:
 * days before it count from one day later.
 */
export const dateOfSerial = (serial: number, from1904: boolean): Date =>
  new Date(momentOfSerial(serial, from1904));

const BEFORE_DAY_60 = Date.UTC(1899, 11, 31);
const SINCE_DAY_60 = Date.UTC(1899, 11, 30);

/** The same in milliseconds since 1970. */
export function momentOfSerial(serial: number, from1904: boolean): number {
  const days = from1904 ? serial + 1462 : serial;
  return (days < 60 && !from1904 ? BEFORE_DAY_60 : SINCE_DAY_60) + Math.round(days * DAY);
}
