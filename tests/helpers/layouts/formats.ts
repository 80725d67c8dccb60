import type { Moment } from './shop';

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const half = ({ hour }: Moment) => (hour < 12 ? 'AM' : 'PM');
const twelve = ({ hour }: Moment) => ((hour + 11) % 12) + 1;

/** Midnight of the n-th Sunday of a month, in days since 1970. */
const sunday = (year: number, month: number, nth: number) => {
  const first = Date.UTC(year, month - 1, 1) / 86_400_000;
  return first + ((7 - ((first + 4) % 7)) % 7) + 7 * (nth - 1);
};
/** Summer time in America: from the second Sunday of March to the first of November (no order is made before 8). */
const isSummer = ({ year, month, day }: Moment) => {
  const today = Date.UTC(year, month - 1, day) / 86_400_000;
  return today >= sunday(year, 3, 2) && today < sunday(year, 11, 1);
};

/** Ways in which the exports write a moment, each after the description of its layout. */
export const dates = {
  iso: (m: Moment) => `${dates.day(m)} ${dates.clock(m)}`,
  isoMinutes: (m: Moment) => `${dates.day(m)} ${two(m.hour)}:${two(m.minute)}`,
  isoOffset: (m: Moment) => `${dates.day(m)}T${dates.clock(m)}${isSummer(m) ? '-07:00' : '-08:00'}`,
  isoZero: (m: Moment) => `${dates.day(m)}T${dates.clock(m)}+00:00`,
  spacedOffset: (m: Moment) => `${dates.iso(m)} ${isSummer(m) ? '-0400' : '-0500'}`,
  day: (m: Moment) => `${m.year}-${two(m.month)}-${two(m.day)}`,
  clock: (m: Moment) => `${two(m.hour)}:${two(m.minute)}:${two(m.second)}`,
  clockHalf: (m: Moment) => `${twelve(m)}:${two(m.minute)} ${half(m)}`,
  usShort: (m: Moment) => `${two(m.month)}/${two(m.day)}/${String(m.year).slice(2)}`,
  us: (m: Moment) => `${two(m.month)}/${two(m.day)}/${m.year}`,
  usShortHalf: (m: Moment) => `${m.month}/${m.day}/${String(m.year).slice(2)} ${dates.clockHalf(m)}`,
  french: (m: Moment) => `${two(m.day)}/${two(m.month)}/${m.year}`,
  frenchMinutes: (m: Moment) => `${dates.french(m)} ${two(m.hour)}:${two(m.minute)}`,
  frenchSeconds: (m: Moment) => `${dates.french(m)} ${dates.clock(m)}`,
  german: (m: Moment) => `${two(m.day)}.${two(m.month)}.${m.year}`,
  ebay: (m: Moment) => `${MONTHS[m.month - 1]}-${two(m.day)}-${String(m.year).slice(2)}`,
  words: (m: Moment) => `${MONTHS[m.month - 1]} ${m.day}, ${m.year}`,
  wordsSeconds: (m: Moment) => `${dates.words(m)} ${twelve(m)}:${two(m.minute)}:${two(m.second)} ${half(m)}`,
  wordsZone: (m: Moment) => `${dates.wordsSeconds(m)} ${isSummer(m) ? 'PDT' : 'PST'}`,
  dayWordsMinutes: (m: Moment) =>
    `${two(m.day)} ${MONTHS[m.month - 1]} ${m.year} ${two(m.hour)}:${two(m.minute)}`,
  clover: (m: Moment) =>
    `${two(m.day)}-${MONTHS[m.month - 1]}-${m.year} ${two(twelve(m))}:${two(m.minute)} ${half(m)} ${isSummer(m) ? 'EDT' : 'EST'}`,
};

const grouped = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);
const signed = (n: number, text: (whole: string, cents: string) => string) =>
  (n < 0 ? '-' : '') + text(String(Math.floor(Math.abs(n) / 100)), two(Math.abs(n) % 100));

/** Ways in which the exports write money; amounts come in hundredths, of đồng and rupiah in whole ones. */
export const money = {
  plain: (n: number) => signed(n, (whole, cents) => `${whole}.${cents}`),
  dollars: (n: number) => signed(n, (whole, cents) => `$${grouped(whole, ',')}.${cents}`),
  grouped: (n: number) => signed(n, (whole, cents) => `${grouped(whole, ',')}.${cents}`),
  comma: (n: number) => signed(n, (whole, cents) => `${grouped(whole, '.')},${cents}`),
  commaBlank: (n: number) => signed(n, (whole, cents) => `${grouped(whole, '\u00a0')},${cents}`),
  whole: (n: number) => String(n),
  dotted: (n: number) => (n < 0 ? '-' : '') + grouped(String(Math.abs(n)), '.'),
};
