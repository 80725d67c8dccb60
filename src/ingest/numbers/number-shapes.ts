import type { CurrencyMark } from '../../domain/mapping';
import { plainDigits } from './digits';

/** Codes of currencies as they stand beside amounts. */
const CODES =
  'USD|EUR|GBP|VND|VNĐ|CNY|RMB|JPY|KRW|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|TRY|UAH|RUB|BRL|ARS|CLP|COP|PEN|UYU|IDR|THB|MYR|PHP|TWD|AUD|CAD|NZD|SGD|HKD|INR|PKR|BDT|LKR|MXN|ZAR|NGN|KES|EGP|MAD|ILS|AED|SAR';
/** Words for money that are written like a sign. */
const WORDS_FOR_MONEY = 'SFr|Fr|FCFA|kr|zł|Kč|Ft|đ|Rp|Rs|RM|lei|TL|Euro';

/** What stands around the digits of a money value: signs of currencies, their codes, and words like đ, kr, zł. */
const MARKS = new RegExp(
  `(?<!\\p{L})(?:US|MX|AU|CA|NZ|HK|SG|NT|CN|JP|[ACRS])?\\p{Sc}|[元円]|(?<!\\p{L})(?:(?:${CODES})|(?:${WORDS_FOR_MONEY})\\.?)(?!\\p{L})`,
  'giu',
);
/** "12:-", "12,-" and "12.-" are whole amounts, not negative ones. */
const NO_DECIMALS = /(?<=\d)[:,.][-\u2013\u2014]+/g;

/** Marks of currencies without a smaller unit in use: three digits after a mark are thousands. */
export const WHOLE_MONEY = /₫|₩|円|(?<!\p{L})(?:đ|VND|VNĐ|JPY|KRW|CLP|ISK|IDR|Rp)(?!\p{L})/iu;

/** What stands in a cell of numbers where there is none: a dash, "n/a", an error of a spreadsheet. Digits are 9 in a shape. */
const NO_NUMBER =
  /^(?:[-\u2010-\u2015\u2212]+|n\.?\/?a\.?|#n\/a|null|nil|none|nan|#(?:div\/[09]|value|ref|name|null|num)[!?]?)$/i;

/** Whether a text among numbers stands for none of them. */
export const saysNoNumber = (text: string): boolean => NO_NUMBER.test(text.trim());

/** A debit or a credit, as ledgers write them behind the amount or before it. */
const ENTRY = /(?<!\p{L})(CR|DR)\.?(?!\p{L})/iu;

/** Which of the two a shape carries; null where it has neither. */
export const entryOf = (shape: string): 'CR' | 'DR' | null =>
  (ENTRY.exec(shape)?.[1]?.toUpperCase() as 'CR' | 'DR' | undefined) ?? null;

/** Whether a shape is a number below 0: a minus before or behind it, or brackets around it. */
export function isBelowZero(shape: string): boolean {
  const text = shape.replace(NO_DECIMALS, '').replace(/[\u2212\u2013]/g, '-');
  return /^\D*-\D*9/.test(text) || /9\D*-\D*$/.test(text) || /\(.*9.*\)/.test(text);
}

/** The number inside a shape, and what was around it. */
export interface NumberShape {
  /** Digits and marks only, signs and currencies stripped: `9.999,99`. */
  core: string;
  isPercent: boolean;
  hadMarks: boolean;
}

/** The number in a shape, or null where something else stands in it. */
export function coreOf(shape: string): NumberShape | null {
  let text = plainDigits(shape).trim();
  const isPercent = text.includes('%');
  const isBracketed = /^\(.*\)$/.test(text) || /^[^\d]*\(.*\)[^\d]*$/.test(text);
  text = text
    .replace(/[%()]/g, '')
    .replace(MARKS, '')
    .replace(ENTRY, '')
    .replace(NO_DECIMALS, '')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  if (isBracketed) text = text.replace(/^-/, '');
  // A spreadsheet keeps a sum of texts apart from its numbers by an apostrophe before it.
  text = text.replace(/^['\u2019`]+\s*(?=[-+\d])/, '');
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

/** Thousands, and the Indian way of 12,34,567. */
const grouped = (mark: string) =>
  new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$${mark === ',' ? '|^\\d{1,2}(,\\d{2})+,\\d{3}$' : ''}`);

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

const CURRENCY_OF: [RegExp, string][] = [
  [/^(US)?\$$/i, 'USD'],
  [/^MX\$$/i, 'MXN'],
  [/^AU?\$$/i, 'AUD'],
  [/^CA?\$$/i, 'CAD'],
  [/^NZ\$$/i, 'NZD'],
  [/^HK\$$/i, 'HKD'],
  [/^SG?\$$/i, 'SGD'],
  [/^R\$$/i, 'BRL'],
  [/^(€|Euro)$/i, 'EUR'],
  [/^£$/, 'GBP'],
  [/^(¥|￥|円)$/, 'JPY'],
  [/^(元|RMB)$/i, 'CNY'],
  [/^(₫|đ|VNĐ)$/i, 'VND'],
  [/^(₹|Rs\.?)$/i, 'INR'],
  [/^Rp\.?$/i, 'IDR'],
  [/^(Fr|SFr)\.?$/i, 'CHF'],
  [/^zł$/i, 'PLN'],
  [/^Kč$/i, 'CZK'],
  [/^Ft$/i, 'HUF'],
  [/^₩$/, 'KRW'],
  [/^฿$/, 'THB'],
];

/** The signs and codes of currencies in some shapes, the longest first. A sign that nobody knows is its own name. */
export function currencyMarks(shapes: readonly string[]): CurrencyMark[] {
  const texts = new Set(
    shapes.flatMap((shape) => (coreOf(shape) === null ? [] : (shape.match(MARKS) ?? []))),
  );
  return [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => ({
      text,
      currency: CURRENCY_OF.find(([sign]) => sign.test(text))?.[1] ?? text.replace('.', '').toUpperCase(),
    }));
}
