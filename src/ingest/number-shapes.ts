/** What stands around the digits of a money value: signs of currencies, their codes, and words like đ, kr, zł. */
const MARKS =
  /[$€£¥₫₹₽₩฿₺₴₦₱₪元円]|\b(?:USD|EUR|GBP|VND|CNY|RMB|JPY|CHF|SEK|NOK|DKK|PLN|CZK|HUF|BRL|IDR|THB|AUD|CAD|NZD|SGD|HKD|INR|MXN)\b|R\$|RM|Rp|Fr\.|kr\.?|zł|Kč|Ft|đ|vnđ/giu;

/** The number inside a shape, and what was around it. */
export interface NumberShape {
  /** Digits and marks only, signs and currencies stripped: `9.999,99`. */
  core: string;
  isPercent: boolean;
  hadMarks: boolean;
}

/** The number in a shape, or null where something else stands in it. */
export function coreOf(shape: string): NumberShape | null {
  let text = shape.trim();
  const isPercent = text.includes('%');
  const isBracketed = /^\(.*\)$/.test(text) || /^[^\d]*\(.*\)[^\d]*$/.test(text);
  text = text
    .replace(/[%()]/g, '')
    .replace(MARKS, '')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  if (isBracketed) text = text.replace(/^-/, '');
  text = text.replace(/^[-+]\s*|\s*[-+]$/g, '').trim();
  const core = text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u2019`]/g, "'");
  if (!/^[\d.,' ]*\d[\d.,' ]*$/.test(core)) return null;
  return { core, isPercent, hadMarks: core !== shape };
}

/** What a core says about the decimal mark. */
export interface CoreReading {
  /** The only possible mark; 'either' where the core can be read both ways; 'none' where it has no mark. */
  decimal: '.' | ',' | 'either' | 'none';
  /** Groups seen under that reading. */
  group: '' | '.' | ',' | ' ' | "'";
}

const grouped = (mark: string) => new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`);

/** Null where no convention reads the core: `1,2,3`, `1.2.3`. */
export function readCore(core: string): CoreReading | null {
  const blank = core.includes("'") ? "'" : core.includes(' ') ? ' ' : '';
  if (blank !== '') {
    const [whole = '', ...decimals] = core.split(/[.,](?=\d*$)/);
    if (!new RegExp(`^\\d{1,3}(${blank}\\d{3})+$`).test(whole) || decimals.length > 1) return null;
    const mark = core.charAt(whole.length);
    if (mark === '.' || mark === ',') return { decimal: mark, group: blank };
    return { decimal: 'none', group: blank };
  }
  const dots = core.split('.').length - 1;
  const commas = core.split(',').length - 1;
  if (dots === 0 && commas === 0) return { decimal: 'none', group: '' };
  if (dots > 0 && commas > 0) {
    const decimal = core.lastIndexOf('.') > core.lastIndexOf(',') ? '.' : ',';
    const group = decimal === '.' ? ',' : '.';
    const [whole = '', ...after] = core.split(decimal);
    return after.length === 1 && grouped(group).test(whole) ? { decimal, group } : null;
  }
  const mark = dots > 0 ? '.' : ',';
  const other = mark === '.' ? ',' : '.';
  if (dots + commas > 1) return grouped(mark).test(core) ? { decimal: other, group: mark } : null;
  if (!grouped(mark).test(core) || /^0/.test(core)) return { decimal: mark, group: '' };
  return { decimal: 'either', group: '' };
}

/** Digits after the last `mark` of a core. */
export const scaleOf = (core: string, mark: string): number =>
  core.includes(mark) ? core.length - core.lastIndexOf(mark) - 1 : 0;
