/** A moment from which a zone keeps this distance to UTC. */
export interface ZoneOffset {
  /** 'YYYY-MM-DD HH:MM:SS' in UTC. */
  from_utc: string;
  /** Minutes east of UTC. */
  minutes: number;
}

const HOUR = 3_600_000;

/** True where the platform knows the IANA zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const clockOf = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

/** Minutes east of UTC that a zone keeps, by instant (milliseconds since 1970). Throws RangeError for an unknown zone. */
export function offsetsOf(zone: string): (instant: number) => number {
  const format = clockOf(zone);
  return (instant) => offsetAt(format, instant);
}

/** Minutes east of UTC that a zone keeps at an instant (milliseconds since 1970). */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year, month, day, hour, minute, second } = parts as Record<string, number>;
  const wall = Date.UTC(year!, month! - 1, day!, hour! % 24, minute!, second!);
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / 60_000);
}

/**
 * Every change of a zone's distance to UTC between two years, the first entry being the state at the start.
 * The engine has no zones of its own, so the shifts are handed to it. Throws RangeError for an unknown zone.
 */
export function zoneOffsets(zone: string, fromYear: number, toYear: number): ZoneOffset[] {
  const format = clockOf(zone);
  const changes: ZoneOffset[] = [];
  const end = Date.UTC(toYear, 0, 1);
  let at = Date.UTC(fromYear, 0, 1);
  let minutes = offsetAt(format, at);
  changes.push({ from_utc: utcText(at), minutes });
  while (at < end) {
    let next = at + 7 * 24 * HOUR;
    if (offsetAt(format, next) !== minutes) {
      let before = at;
      while (next - before > 60_000) {
        const middle = Math.floor((before + next) / 2 / 60_000) * 60_000;
        if (offsetAt(format, middle) === minutes) before = middle;
        else next = middle;
      }
      minutes = offsetAt(format, next);
      changes.push({ from_utc: utcText(next), minutes });
    }
    at = next;
  }
  return changes;
}

const utcText = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

/** Days from one 'YYYY-MM-DD' to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * HOUR));
}

/** The day so many days after another; both 'YYYY-MM-DD'. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** True for 'YYYY-MM-DD' that names a real day. */
export function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    Number.isFinite(instant) &&
    new Date(instant).toISOString().startsWith(text)
  );
}

/** The same day so many months later, or the last of a month that is shorter; both 'YYYY-MM-DD'. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(2000, month - 1 + months, 1));
  first.setUTCFullYear(first.getUTCFullYear() - 2000 + year);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
