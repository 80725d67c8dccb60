import type { Era } from '../../domain/evidence';
import { isBuddhistYear, isMinguoYear, isThai, withoutMinguo } from './date-eras';
import { rewritesOf, rewritten, type Rewrite } from './date-rewrites';
import { plainDigits } from '../numbers/digits';
import { inEnglish, type ForeignWord } from './month-names';

/** A shape: each digit replaced by 9. */
export const toShape = (value: string): string => plainDigits(value).trim().replace(/\d/g, '9');

/** How a shape can be read. In `format`, `%1` and `%2` stand for day and month in an order still to be decided. */
export interface ShapeReading {
  /** strptime format of DuckDB; with `%1`/`%2` when `order` is 'open'. */
  format: string;
  /** 'open': two leading numbers, each of which could be the day. 'fixed': the shape itself decides. */
  order: 'open' | 'fixed';
  /** Two-digit years, one could also stand first. */
  shortYear: boolean;
  hasOffset: boolean;
  /** Ends in a word for its zone such as PDT, which the format leaves out. */
  hasZoneWord: boolean;
  /** Names of months in another language, and what they are read as: the text is in small letters then. */
  words?: ForeignWord[];
  /** What is put right in the text first. */
  rewrites?: Rewrite[];
  /** Its years are counted from elsewhere. */
  era?: Era;
  /** Exactly what the fast cast reads: YYYY-MM-DD, with or without a time to the second or its fraction. */
  isIso: boolean;
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec';
const FULL_MONTHS = 'january|february|march|april|june|july|august|september|october|november|december';
const MONTH = `(?<month>(?:${FULL_MONTHS}|${MONTHS})\\b)`;
const WEEKDAY =
  '(?<weekday>(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\\b)(?<weekdayTail>,? )';

interface DatePattern {
  pattern: RegExp;
  build: (groups: Record<string, string | undefined>) => {
    date: string;
    order: 'open' | 'fixed';
    short?: boolean;
  };
}

const monthCode = (name = '') => {
  if (/^sept$/i.test(name)) return `%b${name.slice(3)}`;
  return new RegExp(`^(${FULL_MONTHS})$`, 'i').test(name) ? '%B' : '%b';
};
const yearCode = (digits = '') => (digits.length === 2 ? '%y' : '%Y');

const DATES: DatePattern[] = [
  {
    pattern: /^(?<y>9999)(?<s>[-/]|\. ?)(?<m>99?)\k<s>(?<d>99?)/,
    build: ({ s }) => ({ date: `%Y${s}%m${s}%d`, order: 'fixed' }),
  },
  { pattern: /^99999999(?!9)/, build: () => ({ date: '%Y%m%d', order: 'fixed' }) },
  {
    pattern:
      /^9999(?<a> ?)年(?<b> ?)99?(?<c> ?)月(?<e> ?)99?(?<f> ?)日(?<day> ?(?:[(（][月火水木金土日][)）]|(?:星期|周|週)[一二三四五六日天]))?/,
    build: ({ a, b, c, e, f, day = '' }) => ({
      date: `%Y${a}年${b}%m${c}月${e}%d${f}日${day}`,
      order: 'fixed',
    }),
  },
  {
    // "31 tháng 1, 2024": the month is a number with a word, so that nothing is open.
    pattern: /^(?<a>ngày )?99?(?<b>,? ?(?:tháng|thg\.?) ?)99?(?<c>,? (?:năm )?)9999/i,
    build: ({ a = '', b, c }) => ({ date: `${a}%d${b}%m${c}%Y`, order: 'fixed' }),
  },
  {
    pattern: /^99?(?<s>[-/]|\. ?)99?\k<s>(?<y>9999|99)(?!9)/,
    build: ({ s, y }) => ({ date: `%1${s}%2${s}${yearCode(y)}`, order: 'open', short: y === '99' }),
  },
  {
    pattern: new RegExp(
      `^99?(?<th>st|nd|rd|th)?(?<s>[- /.]|\\. )${MONTH}(?<t>[- /.,]|, |\\. )(?<y>9999|99)(?!9)`,
      'i',
    ),
    build: ({ th = '', s, month, t, y }) => ({
      date: `%d${th}${s}${monthCode(month)}${t}${yearCode(y)}`,
      order: 'fixed',
    }),
  },
  {
    pattern: new RegExp(`^${MONTH}(?<s>\\.? |-)99?(?<th>st|nd|rd|th)?(?<t>, ?| |-)(?<y>9999|99)(?!9)`, 'i'),
    build: ({ month, s, th = '', t, y }) => ({
      date: `${monthCode(month)}${s}%d${th}${t}${yearCode(y)}`,
      order: 'fixed',
    }),
  },
  {
    pattern: new RegExp(`^9999(?<s>[-/ .])${MONTH}(?<t>[-/ .])99?(?!9)`, 'i'),
    build: ({ s, month, t }) => ({ date: `%Y${s}${monthCode(month)}${t}%d`, order: 'fixed' }),
  },
];

const TIME =
  /^(?<gap>T|t|,? {1,3}| - | at )?(?:(?<clock>99?:99(?<seconds>:99)?(?<fraction>\.9{1,9})?)(?<half> ?[ap]\.?m\.?)?|(?<compact>9999(?:99)?))(?<offset> ?(?:[+-]99:?99|[+-]99|Z|z|UTC|GMT))?$/i;

/** "PDT" after a time; UTC and GMT without am or pm are offsets. */
const ZONE_WORD = /(?<=99(?: ?[ap]\.?m\.?)) [A-Z]{3,5}$|(?<=99) (?!UTC$|GMT$|AM$|PM$)[A-Z]{3,5}$/i;

function timeFormat(rest: string): { time: string; hasOffset: boolean; isIso: boolean } | null {
  if (rest === '') return { time: '', hasOffset: false, isIso: true };
  const groups = TIME.exec(rest)?.groups;
  if (!groups) return null;
  const { gap = '', clock, seconds, fraction = '', half = '', compact, offset = '' } = groups;
  if (compact !== undefined && gap === '') return null;
  if (/\./.test(half)) return null;
  const sub = fraction === '' ? '' : fraction.length <= 7 ? '.%f' : '.%n';
  const hour = half === '' ? '%H' : '%I';
  const clockCode =
    clock === undefined
      ? `%H%M${compact?.length === 6 ? '%S' : ''}`
      : `${hour}:%M${seconds ? ':%S' : ''}${sub}`;
  const halfCode = half === '' ? '' : `${half.startsWith(' ') ? ' ' : ''}%p`;
  const isLetter = /[a-z]/i.test(offset);
  const offsetCode = offset === '' ? '' : isLetter ? offset : `${offset.startsWith(' ') ? ' ' : ''}%z`;
  return {
    time: `${gap}${clockCode}${halfCode}${offsetCode}`,
    hasOffset: offset !== '',
    isIso:
      (gap === ' ' || gap === 'T') &&
      half === '' &&
      offset === '' &&
      /^99:99(:99)?$/.test((clock ?? '').replace(/\.9+$/, '')) &&
      (fraction === '' || (seconds !== undefined && fraction.length <= 7)),
  };
}

/** The clock stands before the day: "09:05 03/04/2024". */
const LEADING_CLOCK = /^(?:99?:99(?<seconds>:99)?)(?<gap>,? {1,3}| - )(?=9)/;

/** A value without the clock before its day. */
export const withoutClock = (value: string): string =>
  value.replace(/^\s*\d{1,2}:\d{2}(:\d{2})?(,? {1,3}| - )(?=\d)/, '');

/**
 * How a shape is read as a date with an optional time, or null where it is none. `rewrites` are made first in any case;
 * without them a shape that cannot be read as it stands is tried with those that change it.
 */
export function readShape(written: string, rewrites?: readonly Rewrite[]): ShapeReading | null {
  const asItStands = readInAnyWords(rewrites ? rewritten(written, rewrites) : written);
  if (rewrites) return asItStands && { ...asItStands, isIso: false };
  if (asItStands) return asItStands;
  const needed = rewritesOf(written);
  const read = needed.length > 0 ? readInAnyWords(rewritten(written, needed)) : null;
  return read && { ...read, isIso: false, rewrites: needed };
}

function readInAnyWords(written: string): ShapeReading | null {
  const english = readInEnglish(written);
  if (english) return english;
  const foreign = inEnglish(written);
  const read = foreign && readInEnglish(foreign.shape);
  if (foreign && read) {
    const isShortThai = read.format.includes('%y') && foreign.words.some(([text]) => isThai(text));
    return { ...read, words: foreign.words, ...(isShortThai ? { era: 'buddhist_short' } : {}) };
  }
  const ofOurYears = withoutMinguo(written);
  const minguo = ofOurYears === null ? null : readInEnglish(ofOurYears);
  return minguo && minguo.format.startsWith('%Y') ? { ...minguo, isIso: false, era: 'minguo' } : null;
}

function readInEnglish(written: string): ShapeReading | null {
  const clock = LEADING_CLOCK.exec(written);
  if (!clock) return readDayFirst(written);
  const { seconds, gap = '' } = clock.groups ?? {};
  const day = readDayFirst(written.slice(clock[0].length));
  if (!day || /%[HI]/.test(day.format)) return null;
  return { ...day, format: `%H:%M${seconds ? ':%S' : ''}${gap}${day.format}`, isIso: false };
}

function readDayFirst(written: string): ShapeReading | null {
  // Zone words differ by season inside one file; the shop's wall clock stands before them.
  const zoneWord = ZONE_WORD.exec(written)?.[0] ?? '';
  const shape = zoneWord === '' ? written : written.slice(0, -zoneWord.length);
  const weekday = new RegExp(`^${WEEKDAY}`, 'i').exec(shape);
  const dated = weekday ? shape.slice(weekday[0].length) : shape;
  for (const { pattern, build } of DATES) {
    const match = pattern.exec(dated);
    if (!match) continue;
    const time = timeFormat(dated.slice(match[0].length));
    if (!time) continue;
    const { date, order, short } = build(match.groups ?? {});
    const dayName = weekday?.groups
      ? `${(weekday.groups.weekday ?? '').length > 3 ? '%A' : '%a'}${weekday.groups.weekdayTail}`
      : '';
    return {
      format: `${dayName}${date}${time.time}`,
      order,
      shortYear: short ?? false,
      hasOffset: time.hasOffset,
      hasZoneWord: zoneWord !== '',
      isIso: zoneWord === '' && !weekday && /^9999-99-99/.test(shape) && time.isIso,
    };
  }
  return null;
}

/** Whether one value can be a date: the shape fits and the numbers are those of a calendar. */
export function looksLikeDate(value: string): boolean {
  const trimmed = plainDigits(value.trim());
  if (trimmed.length < 6 || trimmed.length > 80 || !/\d/.test(trimmed)) return false;
  const reading = readShape(toShape(trimmed));
  if (!reading) return false;
  if (reading.words) return true;
  const runs = (withoutClock(trimmed).match(/\d+/g) ?? []).map(Number);
  const compact = /^\d{8}/.test(trimmed);
  const [a = 0, b = 0, c = 0] = compact
    ? [Number(trimmed.slice(0, 4)), Number(trimmed.slice(4, 6)), Number(trimmed.slice(6, 8))]
    : runs;
  const isDay = (n: number) => n >= 1 && n <= 31;
  const isMonth = (n: number) => n >= 1 && n <= 12;
  const isYear = (n: number) => (n >= 1900 && n <= 2199) || (!compact && isBuddhistYear(n));
  if (reading.era === 'minguo') return (isMinguoYear(a) || !/^\d/.test(trimmed)) && isMonth(b) && isDay(c);
  if (reading.order === 'open')
    return isDay(a) && isDay(b) && (isMonth(a) || isMonth(b)) && (reading.shortYear || isYear(c));
  if (/%[bB]/.test(reading.format)) return true;
  if (/%d.*%m/.test(reading.format)) return isDay(a) && isMonth(b) && isYear(c);
  return isYear(a) && isMonth(b) && isDay(c);
}
