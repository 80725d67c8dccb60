import { zoneOffsets } from '../../src/domain/calendar';
import type { DateReading } from '../../src/domain/evidence';
import { literal, quoteText } from './quote';
import { cell, trimmed, type Reading } from './reading';

/** A text's offset stands after a time, never after a bare date, whose `-03` is a day. */
const OFFSET =
  '(:[0-9]{2}(?:[.][0-9]+)?(?:\\s?[AaPp][Mm])?)\\s*(?:[Zz]|UTC|GMT|([+-])([0-9]{2}):?([0-9]{2})?)$';
const ZONE_WORD = '\\s+[A-Za-z]{3,5}$';
const CLOCKS = ['%I:%M:%S %p', '%I:%M %p', '%I:%M:%S%p', '%I:%M%p', '%H:%M:%S', '%H:%M', '%H.%M'];

/** When the order was placed, a timestamp; the clock of a column of its own is added to the day. */
export function orderedAt(reading: Reading): string {
  const { date, time } = reading.positions;
  if (date === undefined) return 'null::timestamp';
  const day = dateExpression(date, reading);
  const hasClock = reading.dates[date]?.formats.some((format) => /%[HI]/.test(format)) ?? false;
  if (time === undefined || hasClock || isSerial(reading.dates[date]?.style)) return day;
  const text = trimmed(cell(time, reading));
  const clocks = CLOCKS.map((format) => `try_strptime(${text}, ${quoteText(format)})::time`);
  return `cast(${day} as date) + coalesce(try_cast(${text} as time), ${clocks.join(', ')}, time '00:00:00')`;
}

export function dateExpression(
  position: number,
  reading: Pick<Reading, 'dates' | 'layout' | 'zone'>,
): string {
  const how = reading.dates[position];
  if (!how) return 'null::timestamp';
  const column = cell(position, reading);
  const bare = inEnglish(trimmed(column), how.words ?? []);
  if (isSerial(how.style))
    return `timestamp '${how.style === 'serial' ? '1899-12-30' : '1904-01-01'}' + to_seconds(round(86400 * try_cast(replace(${bare}, ',', '.') as double)))`;
  const pattern = quoteText(OFFSET);
  const plain = how.has_zone_word ? `regexp_replace(${bare}, ${quoteText(ZONE_WORD)}, '')` : bare;
  const text = how.has_offset ? `regexp_replace(${plain}, ${pattern}, '\\1')` : plain;
  const formats = how.formats.map((format) => {
    const local = format.replace(/\s*(%z|Z|UTC|GMT)$/i, '');
    return how.words ? local.replace(/(?<!%)[A-Z]/g, (letter) => letter.toLowerCase()) : local;
  });
  const wall =
    how.style === 'iso'
      ? `try_cast(${how.has_offset ? text : column} as timestamp)`
      : formats.map((format) => `try_strptime(${text}, ${quoteText(format)})`).join(', ');
  const read = how.style === 'formats' && formats.length > 1 ? `coalesce(${wall})` : wall;
  // Without a zone the text's own wall clock stands: a shop's export carries the shop's own offsets.
  if (!how.has_offset || reading.zone === null) return read;
  return shiftToZone(`(${read} - to_minutes(${offsetMinutes(bare)}))`, reading.zone);
}

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
  return `with moments as (
    select ${dateExpression(position, reading)} as moment, ${offsetMinutes(trimmed(cell(position, reading)))} as minutes from raw
  )
  select minutes, count(*) as rows, epoch_ms(min(moment))::double as first, epoch_ms(max(moment))::double as last
  from moments where moment is not null group by minutes, moment::date order by rows desc, first, minutes`;
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
