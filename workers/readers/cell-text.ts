/** Excel keeps 15 significant digits: 12.340000000000002 is an artefact of binary fractions, 12.34 is meant. */
const SIGNIFICANT = 15;

/** The shortest decimal text of a number as Excel shows it, never with an exponent. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const plain = String(value);
  // So short a text has no more digits than that.
  if (plain.length <= SIGNIFICANT && !plain.includes('e')) return plain;
  const short = String(Number(value.toPrecision(SIGNIFICANT)));
  return short.includes('e') ? withoutExponent(short) : short === '-0' ? '0' : short;
}

function withoutExponent(text: string): string {
  const [mantissa = '', power = '0'] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + decimals;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

const DIGITS = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]*[1-9])?$/;

/** Whether a number is written as `numberText` would write it, so that it need not be read. */
export const isPlainNumber = (text: string): boolean =>
  text.length <= SIGNIFICANT && text !== '-0' && DIGITS.test(text);

/**
 * A date cell as ISO text; the reader gives the wall clock in UTC fields. A time alone has the day zero of the
 * spreadsheet (before 1900-01-02) and is written without a day.
 */
export function dateText(date: Date): string {
  return momentText(date.getTime());
}

/** The same of milliseconds since 1970. */
export function momentText(milliseconds: number): string {
  // The furthest that a Date reaches.
  if (!(Math.abs(milliseconds) <= 8.64e15)) return '';
  // Serial numbers are fractions of a day: the nearest second is meant.
  const seconds = Math.round(milliseconds / 1000);
  const day = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - day * DAY_SECONDS;
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  const text = dayText(day);
  if (text === null) return clock;
  return rest === 0 ? text : `${text} ${clock}`;
}

const DAY_SECONDS = 86_400;
/** A column of dates has few different days, each many times. */
const days = new Map<number, string | null>();
const MOST_DAYS = 50_000;

/** A day since 1970 as `2026-01-05`; null before 1900. */
function dayText(day: number): string | null {
  let text = days.get(day);
  if (text === undefined) {
    const at = new Date(day * DAY_SECONDS * 1000);
    const year = at.getUTCFullYear();
    text = year < 1900 ? null : `${year}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
    if (days.size < MOST_DAYS) days.set(day, text);
  }
  return text;
}

/** `2026-01-05T09:05:00Z` as it stands in a cell of type date, written like any other date. */
export function isoText(text: string): string {
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?/.exec(text) ?? [];
  if (day === undefined) return text;
  return clock === undefined || /^00:00(:00)?$/.test(clock)
    ? day
    : `${day} ${clock.length === 5 ? `${clock}:00` : clock}`;
}

/** A span of time in days as `-27:30:00`. */
export function durationText(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  return `${days < 0 ? '-' : ''}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/;
export const isErrorText = (value: unknown): boolean => typeof value === 'string' && ERROR.test(value);

/** A cell of a CSV: quoted where a comma, quote or line end stands in it. */
export const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
