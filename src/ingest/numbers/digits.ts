/** The zeros of other digits in use: Arabic, Persian, Devanagari, Bengali, Thai, full-width. */
const ZEROS = ['٠', '۰', '०', '০', '๐', '０'];
/** Marks that are written beside them, and ours. */
const MARKS = {
  '٫': '.',
  '٬': ',',
  '．': '.',
  '，': ',',
  '／': '/',
  '：': ':',
  '－': '-',
  '％': '%',
  '٪': '%',
};

const TEN = Array.from({ length: 10 }, (_, digit) => digit);

/** Digits and marks other than ours, and in `PLAIN_DIGITS` at the same place what each stands for. */
export const OTHER_DIGITS =
  ZEROS.flatMap((zero) => TEN.map((digit) => String.fromCharCode(zero.charCodeAt(0) + digit))).join('') +
  Object.keys(MARKS).join('');
export const PLAIN_DIGITS = ZEROS.map(() => TEN.join('')).join('') + Object.values(MARKS).join('');

const OTHER = new RegExp(`[${OTHER_DIGITS}]`, 'g');

/** A text with the digits that we write: `٣/٤/٢٠٢٤` is `3/4/2024`. */
export const plainDigits = (text: string): string =>
  text.replace(OTHER, (mark) => PLAIN_DIGITS.charAt(OTHER_DIGITS.indexOf(mark)));

/** Whether a text holds digits or marks other than ours. */
export const hasOtherDigits = (text: string): boolean => text.search(OTHER) >= 0;
