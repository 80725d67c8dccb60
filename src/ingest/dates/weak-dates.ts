import type { Choices } from '../../domain/choices';
import type { ColumnEvidence, DateReading, ShapeCount } from '../../domain/evidence';
import { rewritten, type Rewrite } from './date-rewrites';
import { looksLikeDate, toShape } from './date-shapes';
import { readDates, type DatesRead } from './detect-dates';
import { plainDigits } from '../numbers/digits';
import { foldName } from '../names/fold-name';
import { matchName } from '../names/match-names';

const DATE_WORDS =
  /\b(date|datum|fecha|data|day|tag|dia|jour|month|monat|mois|mes|bulan|period|ts|timestamp|time|created|epoch|unix|when)\b|วัน|เดือน|月|日|ngay|thang/;
const ID_WORDS = /\b(id|no|nr|num|number|nummer|code|ref|reference|phone|tel|key|sku)\b/;

/** Whether a header speaks for dates, so that what is only half a date may be one. */
export function speaksOfDates(header: string): boolean {
  const name = foldName(header);
  if (matchName(header).some(({ field }) => field === 'date')) return true;
  return DATE_WORDS.test(name) && !ID_WORDS.test(name);
}

/** Seconds, thousandths or millionths since 1970, of the years 2000 to 2040. */
export function isEpoch(text: string): boolean {
  const digits = /^(\d{10}|\d{13}|\d{16})(\.\d+)?$/.exec(text.trim())?.[1];
  if (digits === undefined) return false;
  const seconds = Number(digits.slice(0, 10));
  return seconds >= 946_684_800 && seconds < 2_208_988_800;
}

const MONTH = '([\\p{L}\\p{M}.]{3,})';
/** Months as their first days. */
const MONTHS_ONLY: readonly Rewrite[] = [
  ['^([0-9]{4})[-/]([0-9]{1,2})$', '\\1-\\2-01'],
  ['^([0-9]{1,2})[-/]([0-9]{4})$', '\\2-\\1-01'],
  ['^([0-9]{4} ?年 ?[0-9]{1,2} ?月)$', '\\11日'],
  ['^(?:tháng|thg\\.?) ?([0-9]{1,2}) ?(?:[-/,]|năm)? ?([0-9]{4})$', '\\2-\\1-01'],
  [`^${MONTH}[-/., ]+([0-9]{4})$`, '1 \\1 \\2'],
  [`^([0-9]{4})[-/ ]${MONTH}$`, '1 \\2 \\1'],
];
/** Months with two digits, which are years or days. */
const MONTH_AND_TWO = `^${MONTH}[-/ ]?['’]?([0-9]{2})$`;
const MONTH_OF_YEAR: Rewrite = [MONTH_AND_TWO, '1 \\1 \\2'];

const WEEKDAY = '(?:\\p{L}{2,9}[.,]{0,2} )?';
const CLOCK = '( [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?';
/** Days of a year that is not named; YEAR stands for it. */
const YEARLESS: readonly Rewrite[] = [
  [`^${WEEKDAY}([0-9]{1,2})(?:st|nd|rd|th|er|º|\\.)?[-/. ]+(?:de )?${MONTH}${CLOCK}$`, '\\1 \\2 YEAR\\3'],
  [`^${WEEKDAY}${MONTH}[-/. ]+([0-9]{1,2})(?:st|nd|rd|th)?${CLOCK}$`, '\\2 \\1 YEAR\\3'],
  [`^([0-9]{1,2})/([0-9]{1,2})${CLOCK}$`, '\\1/\\2/YEAR\\3'],
  [`^([0-9]{1,2})\\. ?([0-9]{1,2})\\.${CLOCK}$`, '\\1.\\2.YEAR\\3'],
  [`^([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日일]${CLOCK}$`, 'YEAR-\\1-\\2\\3'],
];

const shapeAfter = (shape: string, rewrites: readonly Rewrite[]): string =>
  toShape(rewritten(shape.trim(), rewrites).replace('YEAR', '9999'));

/** Dates that lack their year or their day, with what completes them; null where a text is neither. */
function completedBy(shape: string, monthIsOfYear: boolean): 'day' | 'year' | null {
  const months = monthIsOfYear ? [...MONTHS_ONLY, MONTH_OF_YEAR] : MONTHS_ONLY;
  for (const [lacks, rewrites] of [
    ['day', months],
    ['year', YEARLESS],
  ] as const)
    if (
      shapeAfter(shape, rewrites) !== shape &&
      readDates([countOf(shapeAfter(shape, rewrites))], 'dmy').reading
    )
      return lacks;
  return null;
}

const countOf = (shape: string): ShapeCount => ({
  shape,
  rows: 1,
  examples: [],
  first_row: 1,
  max_first: null,
  max_second: null,
});

/** For samples under a header that speaks of dates: most of the filled values are moments, months, or days without a year. */
export function looksLikeWeakDates(values: string[], header: string): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  if (filled.length === 0 || !speaksOfDates(header)) return false;
  const weak = filled.filter((value) => isEpoch(value) || isPartOfDate(value));
  return weak.length >= 0.8 * filled.length;
}

function isPartOfDate(value: string): boolean {
  const text = plainDigits(value).trim();
  if (text.length > 24 || !/\d/.test(text)) return false;
  return [[...MONTHS_ONLY, MONTH_OF_YEAR], YEARLESS].some((rewrites) => {
    const whole = rewritten(text, rewrites).replace('YEAR', '2024');
    return whole !== text && looksLikeDate(whole);
  });
}

/**
 * Half a date, in a column that is called a date or was chosen as one: moments counted from 1970, months without days, days
 * without a year (`choices.year` says which year the first row is of). Null where it is none of these.
 */
export function weakDates(evidence: ColumnEvidence, isChosen: boolean, choices: Choices): DatesRead | null {
  if (evidence.examples.length === 0) return null;
  if (isChosen || speaksOfDates(evidence.column))
    return epochDates(evidence) ?? partialDates(evidence, choices);
  return rangeSpeaks(evidence) ? epochDates(evidence) : null;
}

const DAY = 86_400;

/** Under a header that says nothing: moments of different days, while ids count on and amounts are round. */
function rangeSpeaks({ column, examples }: ColumnEvidence): boolean {
  const name = foldName(column);
  if (examples.length < 3 || !examples.every(isEpoch) || ID_WORDS.test(name) || matchName(column).length > 0)
    return false;
  const seconds = examples.map((example) => Number(example.slice(0, 10))).sort((a, b) => a - b);
  const gaps = seconds.slice(1).map((second, i) => second - seconds[i]!);
  return (
    gaps.every((gap) => gap < 3 * 365 * DAY) &&
    gaps.reduce((sum, gap) => sum + gap, 0) > 2 * DAY &&
    new Set(gaps).size > 1 &&
    seconds.some((second) => second % 1000 !== 0)
  );
}

function epochDates({ examples, dates }: ColumnEvidence): DatesRead | null {
  if (!examples.every((example) => isEpoch(example) || example.trim() === '0') || !examples.some(isEpoch))
    return null;
  return {
    reading: { formats: [], style: 'epoch', has_offset: true },
    order: 'ymd',
    ambiguous: false,
    unread: (dates ?? []).filter((count) => !count.examples.some((one) => isEpoch(one) || one === '0')),
  };
}

function partialDates(
  { dates = [], column }: ColumnEvidence,
  { date_order, year }: Choices,
): DatesRead | null {
  const shapes = dates.map((count) => ({ count, shape: toShape(count.shape) }));
  const isOfYear = twoDigitsAreYears(dates, column);
  const lacks = shapes.map(({ shape }) => completedBy(shape, isOfYear));
  const kind = lacks.find((one) => one !== null);
  if (kind === undefined || kind === null) return null;
  const rewrites = kind === 'year' ? YEARLESS : isOfYear ? [...MONTHS_ONLY, MONTH_OF_YEAR] : MONTHS_ONLY;
  const used = rewrites.filter((one) => shapes.some(({ shape }) => shapeAfter(shape, [one]) !== shape));
  const whole = shapes.map(({ count, shape }) => ({
    ...count,
    shape: shapeAfter(shape, used),
    examples: count.examples.map((one) => rewritten(plainDigits(one).trim(), used).replace('YEAR', '2024')),
  }));
  const read = readDates(whole, date_order, column);
  if (!read.reading) return read.ambiguous ? read : null;
  const completed: [string, string][] = used.map(([pattern, to]) => [pattern, to]);
  const reading: DateReading = { ...read.reading, style: 'formats', completed, lacks: kind };
  if (kind === 'year') reading.year = { first: year ?? null, turns: [] };
  return { ...read, reading };
}

/** Whether "Jan-24" is of 2024: few years stand beside all months, while days go through the whole month. */
function twoDigitsAreYears(dates: readonly ShapeCount[], header: string): boolean {
  const pattern = new RegExp(MONTH_AND_TWO, 'iu');
  const found = dates.filter(({ shape }) => pattern.test(shape.trim()));
  if (found.length === 0) return false;
  if (dates.some(({ shape }) => /^\p{L}{3,}\.?[-/ ]9$/u.test(shape.trim()))) return false;
  if (/\b(month|monat|mois|mes|bulan|period)\b|เดือน|月/.test(foldName(header))) return true;
  const numbers = found.flatMap(({ examples, max_first }) => [
    ...examples.map((one) => Number(/\d+$/.exec(plainDigits(one).trim())?.[0])),
    max_first ?? 0,
  ]);
  return Math.max(...numbers) - Math.min(...numbers) <= 9;
}
