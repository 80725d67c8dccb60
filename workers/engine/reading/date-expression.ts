import { zoneOffsets } from '../../../src/domain/calendar';
import type { DateReading, Era } from '../../../src/domain/evidence';
import { YEAR_OF_ERA, YEARS_OF_ERA } from '../../../src/ingest/dates/date-eras';
import { BLANKS, HALF_DAYS } from '../../../src/ingest/dates/date-rewrites';
import { literal, quoteText } from '../sql/quote';
import { cell, trimmed, withPlainDigits, type Reading } from './reading';

/** A text's offset stands after a time, never after a bare date, whose `-03` is a day. */
const OFFSET =
  '(:[0-9]{2}(?:[.][0-9]+)?(?:\\s?[AaPp][Mm])?)\\s*(?:[Zz]|[Uu][Tt][Cc]|[Gg][Mm][Tt]|([+-])([0-9]{2}):?([0-9]{2})?)$';
const ZONE_WORD = '\\s+[A-Za-z]{3,5}$';
const CLOCKS = ['%I:%M:%S %p', '%I:%M %p', '%I:%M:%S%p', '%I:%M%p', '%H:%M:%S', '%H:%M', '%H.%M'];

/** When the order was placed, a timestamp; the clock of a column of its own is added to the day. */
export function orderedAt(reading: Reading): string {
  const { date, time } = reading.positions;
  if (date === undefined) return 'null::timestamp';
  const day = dateExpression(date, reading);
  const isClocked = reading.dates[date]?.formats.some(hasClock) ?? false;
  const style = reading.dates[date]?.style;
  if (time === undefined || isClocked || isSerial(style) || style === 'epoch') return day;
  const text = withPlainHalf(trimmed(cell(time, reading)));
  const clocks = CLOCKS.map((format) => `try_strptime(${text}, ${quoteText(format)})::time`);
  const begins = `time '0${reading.day_ends_at}:00:00'`;
  return `cast(${day} as date) + coalesce(try_cast(${text} as time), ${clocks.join(', ')}, ${begins})`;
}

/** Where days end later than at midnight, a cell without a time is the day that it names: it stands at its beginning. */
export function dateExpression(
  position: number,
  reading: Pick<Reading, 'dates' | 'layout' | 'zone'> & Partial<Pick<Reading, 'day_ends_at'>>,
): string {
  const how = reading.dates[position];
  if (!how) return 'null::timestamp';
  const column = cell(position, reading);
  const bare = preparedText(trimmed(column), how);
  const later = (moment: string) => laterBegin(moment, reading.day_ends_at ?? 0);
  if (isSerial(how.style)) {
    const first = `timestamp '${how.style === 'serial' ? '1899-12-30' : '1904-01-01'}'`;
    const number = `try_cast(replace(${bare}, ',', '.') as double)`;
    const moment = `${first} + to_seconds(round(86400 * ${number}))`;
    return reading.day_ends_at ? `if(${number} = floor(${number}), ${later(moment)}, ${moment})` : moment;
  }
  if (how.style === 'epoch') {
    const utc = epochMoment(bare);
    return reading.zone === null ? utc : shiftToZone(utc, reading.zone);
  }
  const pattern = quoteText(OFFSET);
  const plain = how.has_zone_word ? `regexp_replace(${bare}, ${quoteText(ZONE_WORD)}, '')` : bare;
  const text = how.has_offset ? `regexp_replace(${plain}, ${pattern}, '\\1')` : plain;
  const formats = how.formats.flatMap(withLateHours).map((format) => {
    const local = format.replace(/\s*(%z|Z|UTC|GMT)$/i, '');
    return how.words ? local.replace(/(?<!%)[A-Z]/g, (letter) => letter.toLowerCase()) : local;
  });
  const iso = `try_cast(${how.has_offset ? text : column} as timestamp)`;
  const readAs = (format: string) => {
    const moment = `try_strptime(${text}, ${quoteText(format)})`;
    return hasClock(format) ? moment : later(moment);
  };
  const wall =
    how.style === 'iso'
      ? reading.day_ends_at
        ? `if(contains(${column}, ':'), ${iso}, ${later(iso)})`
        : iso
      : formats.map(readAs).join(', ');
  const read = how.style === 'formats' && formats.length > 1 ? `coalesce(${wall})` : wall;
  // Without a zone the text's own wall clock stands: a shop's export carries the shop's own offsets.
  if (!how.has_offset || reading.zone === null) return read;
  return shiftToZone(`(${read} - to_minutes(${offsetMinutes(bare)}))`, reading.zone);
}

const hasClock = (format: string): boolean => /%[HI]/.test(format);

const laterBegin = (moment: string, hours: number): string =>
  hours === 0 ? moment : `(${moment} + to_hours(${hours}))`;

/** Japan counts halves of the day from 0: 午後0:30 is half past twelve. */
const ZERO_HOUR = ['(^|[^0-9])00?(:[0-9]{2}(?::[0-9]{2})? [AP]M)', '\\112\\2'] as const;

/** A clock with AM or PM where its language has other words; one of digits alone is left as it is. */
const withPlainHalf = (text: string): string =>
  `case when regexp_full_match(${text}, '[0-9:. ]*') then ${text} else ${rewrittenText(withPlainDigits(text), [...BLANKS, ...HALF_DAYS])} end`;

const rewrittenText = (text: string, rewrites: readonly (readonly [pattern: string, to: string])[]): string =>
  rewrites.reduce(
    (inner, [pattern, to]) => `regexp_replace(${inner}, ${quoteText(pattern)}, ${quoteText(to)}, 'gi')`,
    text,
  );

/** A text as the formats read it, but for what is said of its zone: our digits, blanks, halves of the day, months and years. */
function preparedText(text: string, how: DateReading): string {
  const digits = how.other_digits ? withPlainDigits(text) : text;
  const isHalved = how.rewrites !== undefined && how.formats.some((format) => format.includes('%I'));
  const rewritten = rewrittenText(digits, [...(how.rewrites ?? []), ...(isHalved ? [ZERO_HOUR] : [])]);
  return inEnglish((how.eras ?? []).reduce(inOurYears, completed(rewritten, how)), how.words ?? []);
}

/** A leap year, for dates whose year is still to be asked. */
const ANY_YEAR = 2000;

/** The text with the day or the year that it lacks. */
function completed(text: string, { completed: patterns = [], year }: DateReading): string {
  const whole = rewrittenText(text, patterns);
  if (!year) return whole;
  const turns = year.turns.toReversed().map(([row, next]) => `when rowid >= ${row} then '${next}'`);
  const first = `'${year.first ?? ANY_YEAR}'`;
  return `replace(${whole}, 'YEAR', ${turns.length > 0 ? `case ${turns.join(' ')} else ${first} end` : first})`;
}

/** The text with its year as we count it, where it has one of that calendar. */
function inOurYears(text: string, era: Era): string {
  const pattern = quoteText(YEAR_OF_ERA[era]);
  const group = (n: number) => `regexp_extract(${text}, ${pattern}, ${n})`;
  const year = era === 'minguo' ? `concat(${group(1)}, ${group(2)})` : group(1);
  const ours = `try_cast(${year} as integer) + ${YEARS_OF_ERA[era]}`;
  if (era === 'minguo')
    return `if(${year} = '', ${text}, concat(${ours}, regexp_replace(${text}, '^[^0-9]*[0-9]+', '')))`;
  if (era === 'buddhist')
    return `if(${ours} between 2000 and 2100, replace(${text}, ${year}, cast(${ours} as varchar)), ${text})`;
  const before = `'^([0-9]{1,2}[^0-9]+(?:[0-9]{1,2}[/.-])?)[5-9][0-9]'`;
  return `if(${year} = '', ${text}, regexp_replace(${text}, ${before}, '\\1' || lpad(cast(${ours} as varchar), 2, '0')))`;
}

/** Some write 14:59 p. m., where the hour says it already. */
const withLateHours = (format: string): string[] =>
  format.includes('%I') ? [format, format.replace('%I', '%H').replace('%p', 'PM')] : [format];

/** The text with names of months as strptime knows them. */
const inEnglish = (text: string, words: readonly (readonly [text: string, as: string])[]): string =>
  words.length === 0
    ? text
    : words.reduce(
        (inner, [word, as]) => `replace(${inner}, ${quoteText(word)}, ${quoteText(as)})`,
        `lower(${text})`,
      );

/** Minutes east of UTC that stand behind a text's clock. */
function offsetMinutes(text: string): string {
  const pattern = quoteText(OFFSET);
  const part = (group: number) =>
    `coalesce(try_cast(regexp_extract(${text}, ${pattern}, ${group}) as integer), 0)`;
  const sign = `case when regexp_extract(${text}, ${pattern}, 2) = '-' then -1 else 1 end`;
  return `${sign} * (60 * ${part(3)} + ${part(4)})`;
}

/** Rows by offset and day: how many, and their first and last moment in milliseconds since 1970. */
export function offsetCounts(position: number, dates: Reading['dates'], layout: Reading['layout']): string {
  const reading = { dates, layout, zone: 'UTC' };
  const how = dates[position];
  const written = trimmed(cell(position, reading));
  const text = how ? preparedText(written, how) : written;
  return `with moments as (
    select ${dateExpression(position, reading)} as moment, ${offsetMinutes(text)} as minutes from raw
  )
  select minutes, count(*) as rows, epoch_ms(min(moment))::double as first, epoch_ms(max(moment))::double as last
  from moments where moment is not null group by minutes, moment::date order by rows desc, first, minutes`;
}

/** Seconds since 1970, or thousandths or millionths of them, told apart by their size. */
function epochMoment(text: string): string {
  const number = `try_cast(${text} as double)`;
  const micros = `case when ${number} >= 1e14 then ${number} when ${number} >= 1e11 then 1e3 * ${number} else 1e6 * ${number} end`;
  return `make_timestamp(cast(round(${micros}) as bigint))`;
}

const isSerial = (style: DateReading['style'] | undefined): boolean =>
  style === 'serial' || style === 'serial_1904';

function shiftToZone(utc: string, zone: string): string {
  const [first, ...later] = zoneOffsets(zone, 1990, 2060);
  if (!first) return utc;
  const cases = later
    .toReversed()
    .map((change) => `when ${utc} >= ${literal(change.from_utc)}::timestamp then ${change.minutes}`);
  const minutes =
    cases.length > 0 ? `case ${cases.join(' ')} else ${first.minutes} end` : String(first.minutes);
  return `${utc} + to_minutes(cast(${minutes} as integer))`;
}
