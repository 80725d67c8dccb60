import { offsetsOf } from '../../domain/calendar';
import type { OpenQuestion } from '../../domain/said/questions';

/** Rows of one day and one distance to UTC in minutes; their first and last moment in milliseconds since 1970. */
export interface OffsetCount {
  minutes: number;
  rows: number;
  first: number;
  last: number;
}

/** Zones that stand for many, asked before all others so that the name is one that people know. */
const WELL_KNOWN =
  'Europe/London Europe/Berlin Europe/Athens America/New_York America/Chicago America/Denver America/Los_Angeles America/Halifax America/St_Johns Australia/Sydney Australia/Adelaide Pacific/Auckland America/Sao_Paulo America/Santiago'.split(
    ' ',
  );

export type ZoneGuess =
  /** All rows stand at one distance to UTC: their clock is the shop's, or UTC itself. */
  | { kind: 'one'; minutes: number }
  /** The distances change as they do in this zone: each text is its wall clock. */
  | { kind: 'zone'; zone: string; minutes: number[] }
  /** No zone has these distances at these times: ask. */
  | { kind: 'none'; minutes: number[]; nearest: { zone: string; rows: number }[]; rows: number };

/** The zone that a shop's clock keeps, from the offsets behind its times; null without any. */
export function guessZone(counts: readonly OffsetCount[]): ZoneGuess | null {
  const byRows = new Map<number, number>();
  for (const { minutes, rows } of counts) byRows.set(minutes, (byRows.get(minutes) ?? 0) + rows);
  const minutes = [...byRows].sort((a, b) => b[1] - a[1]).map(([offset]) => offset);
  const [most] = minutes;
  if (most === undefined) return null;
  if (minutes.length === 1) return { kind: 'one', minutes: most };
  for (const zone of zonesToTry()) {
    const at = offsetsOf(zone);
    if (counts.every((one) => at(one.first) === one.minutes && at(one.last) === one.minutes))
      return { kind: 'zone', zone, minutes };
  }
  const rows = counts.reduce((sum, one) => sum + one.rows, 0);
  return { kind: 'none', minutes, nearest: nearestZones(counts), rows };
}

const zonesToTry = (): string[] => [...new Set([...WELL_KNOWN, ...Intl.supportedValuesOf('timeZone')])];

/** Days that are looked at for the zones that come nearest: enough to tell summer from winter. */
const MOST_DAYS = 60;
const MOST_OPTIONS = 4;

function nearestZones(counts: readonly OffsetCount[]): { zone: string; rows: number }[] {
  const step = Math.max(1, Math.floor(counts.length / MOST_DAYS));
  const some = counts.filter((_, i) => i % step === 0);
  const fits = (zone: string) => {
    const at = offsetsOf(zone);
    return some.reduce((sum, { rows, first, minutes }) => sum + (at(first) === minutes ? rows : 0), 0);
  };
  return zonesToTry()
    .map((zone) => ({ zone, rows: fits(zone) }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, MOST_OPTIONS);
}

/** `+0200` for 120. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

export function zoneQuestion(
  guess: Extract<ZoneGuess, { kind: 'none' }>,
  column: string,
  examples: string[],
): OpenQuestion {
  const zones = [...new Set([...guess.nearest.map(({ zone }) => zone), 'UTC'])];
  return {
    id: 'zone',
    column,
    values: { column, offsets: guess.minutes.slice(0, 4).map(offsetText) },
    options: zones.map((zone) => ({ value: zone })),
    examples: examples.slice(0, 3),
  };
}
