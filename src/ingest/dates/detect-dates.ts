import type { DateOrder } from '../../domain/choices';
import type { DateReading, Era, ShapeCount } from '../../domain/evidence';
import type { DayRead } from '../../domain/said/questions';
import { hasBuddhistYear, isThai } from './date-eras';
import { REWRITES } from './date-rewrites';
import { looksLikeDate, readShape, withoutClock, type ShapeReading } from './date-shapes';
import { plainDigits } from '../numbers/digits';

export interface DatesRead {
  /** Null where no shape is a date, or where the day and month cannot be told apart. */
  reading: DateReading | null;
  order: DateOrder | null;
  /** The column itself cannot tell the day from the month: ask. */
  ambiguous: boolean;
  /** Shapes that are no dates: their rows are set aside with a reason. */
  unread: ShapeCount[];
  /** Some values can only be day first and others only month first: one of each. */
  mixed?: { day_first: string; month_first: string };
}

/** For samples: most of the filled values are dates. */
export function looksLikeDates(values: string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length > 0 && filled.filter(looksLikeDate).length >= 0.8 * filled.length;
}

interface ReadableShape {
  count: ShapeCount;
  reading: ShapeReading;
}

type Verdict = Pick<DatesRead, 'order' | 'ambiguous' | 'mixed'>;

const settled = (order: DateOrder): Verdict => ({ order, ambiguous: false });

/** Any first part over 12 means day first, any second part over 12 month first: over the whole column. */
function judgeOrder(open: ReadableShape[], wanted: DateOrder | undefined): Verdict {
  if (open.length === 0) return settled('ymd');
  const dayFirst = open.find(({ count }) => (count.max_first ?? 0) > 12);
  const monthFirst = open.find(({ count }) => (count.max_second ?? 0) > 12);
  // A first part that passes 31 is the year.
  if (open.some(({ count, reading }) => reading.shortYear && (count.max_first ?? 0) > 31))
    return settled('ymd');
  if (wanted) return settled(wanted);
  const last = ({ count }: ReadableShape) => count.examples.at(-1) ?? '';
  if (dayFirst && monthFirst)
    return {
      order: null,
      ambiguous: true,
      mixed: { day_first: last(dayFirst), month_first: last(monthFirst) },
    };
  if (dayFirst) return settled('dmy');
  if (monthFirst) return settled('mdy');
  return { order: null, ambiguous: true };
}

function formatOf(reading: ShapeReading, order: DateOrder | null): string {
  if (reading.order === 'fixed') return reading.format;
  if (order === 'mdy') return reading.format.replace('%1', '%m').replace('%2', '%d');
  if (order === 'ymd' && reading.shortYear)
    return reading.format
      .replace('%1', '%\u0001')
      .replace('%2', '%m')
      .replace('%y', '%d')
      .replace('%\u0001', '%y');
  return reading.format.replace('%1', '%d').replace('%2', '%m');
}

const same = (format: string): string => format;
const swapped = (format: string): string => format.replace(/^%Y-%m-%d/, '%Y-%d-%m');

/** Real dates of a workbook, which come as YYYY-MM-DD, stand beside texts in which day and month come first. */
const isHalfText = (readable: ReadableShape[]): boolean =>
  readable.some(({ count }) => count.shape.startsWith('9999-99-99')) &&
  readable.some(({ reading }) => reading.order === 'open');

/** Eight digits are a date only where the examples are days of a calendar: an article number is not. */
const isPlausible = ({ count, reading }: ReadableShape): boolean =>
  (!reading.format.startsWith('%Y%m%d') || count.examples.some(looksLikeDate)) &&
  !(count.examples.length > 0 && count.examples.every(hasPersianYear));

/** Years of the Persian and the Islamic calendar: 1403 is no year in which a shop sold, and its months are not ours. */
const hasPersianYear = (text: string): boolean => /(?:^|[-/.])1[34]\d\d(?:[-/. ]|$)/.test(plainDigits(text));

/**
 * How a column of dates is read: DuckDB strptime formats, over every shape in the column. `wanted` answers the
 * question that an ambiguous column raises; it never overrides a column whose shapes name the order themselves.
 */
export function readDates(
  shapes: ShapeCount[],
  wanted?: DateOrder,
  header = '',
  isSwapped = false,
): DatesRead {
  const alone = shapes.map(({ shape }) => readShape(shape.trim()));
  // What one shape needs is done to every text of the column, so every shape is read after it.
  const rewrites = REWRITES.filter((one) => alone.some((reading) => reading?.rewrites?.includes(one)));
  const readable: ReadableShape[] = [];
  const unread: ShapeCount[] = [];
  shapes.forEach((count, i) => {
    const reading = rewrites.length > 0 ? readShape(count.shape.trim(), rewrites) : alone[i];
    if (reading && isPlausible({ count, reading })) readable.push({ count, reading });
    else unread.push(count);
  });
  if (readable.length === 0) return { reading: null, order: null, ambiguous: false, unread };
  const verdict = judgeOrder(
    readable.filter(({ reading }) => reading.order === 'open'),
    wanted,
  );
  if (verdict.ambiguous) return { ...verdict, reading: null, unread };
  const { order } = verdict;

  const ranked = [...readable].sort((a, b) => b.count.rows - a.count.rows);
  const isMixed = isSwapped && isHalfText(readable);
  const formats = [
    ...new Set(ranked.map(({ reading }) => (isMixed ? swapped : same)(formatOf(reading, order)))),
  ];
  // %Y also reads "24" as the year 24, so the formats with a two-digit year are tried first.
  formats.sort((a, b) => Number(b.includes('%y')) - Number(a.includes('%y')));
  // Longer ones first: "er janvier " holds " janvier ".
  const words = [...new Map(readable.flatMap(({ reading }) => reading.words ?? []))].sort(
    ([a], [b]) => b.length - a.length,
  );
  const eras = erasOf(readable, header);
  const hasOtherDigits = readable.some(({ count }) => count.other_digits);
  // The fast cast reads a text as it stands.
  const isPlain = eras.length === 0 && rewrites.length === 0 && !hasOtherDigits;
  const isIso = unread.length === 0 && isPlain && readable.every(({ reading }) => reading.isIso);
  return {
    reading: {
      formats,
      style: isIso ? 'iso' : 'formats',
      has_offset: readable.some(({ reading }) => reading.hasOffset),
      ...(readable.some(({ reading }) => reading.hasZoneWord) ? { has_zone_word: true } : {}),
      ...(words.length > 0 ? { words } : {}),
      ...(hasOtherDigits ? { other_digits: true } : {}),
      ...(rewrites.length > 0 ? { rewrites: rewrites.map(([pattern, to]) => [pattern, to]) } : {}),
      ...(eras.length > 0 ? { eras } : {}),
    },
    order,
    ambiguous: false,
    unread,
  };
}

/** The calendars of a column: that of Thailand shows in its years, or in two digits beside its own words. */
function erasOf(readable: ReadableShape[], header: string): Era[] {
  const eras = new Set(readable.flatMap(({ reading }) => reading.era ?? []));
  const isLong = ({ count }: ReadableShape) =>
    count.examples.some((example) => hasBuddhistYear(plainDigits(example)));
  if (readable.some(isLong)) eras.add('buddhist');
  if (isThai(header) && readable.some(({ reading }) => reading.shortYear)) eras.add('buddhist_short');
  return [...eras];
}

/** A day number of a spreadsheet: 20,000 (1954) to 80,000 (2119), with or without a part of a day. */
export const isSerial = (value: string): boolean => /^[2-7]\d{4}([.,]\d+)?$/.test(value.trim());

/** Both readings of a date that can be read two ways: 03/04/2024 is 3 April or 4 March 2024. */
export function bothReadings(value: string): { day_first: DayRead; month_first: DayRead } {
  const [a = '', b = '', year = ''] = withoutClock(plainDigits(value)).match(/\d+/g) ?? [];
  const inFull = year.length === 2 ? (Number(year) >= 69 ? `19${year}` : `20${year}`) : year;
  const read = (day: string, month: string) => ({ day: Number(day), month: Number(month), year: inFull });
  return { day_first: read(a, b), month_first: read(b, a) };
}
