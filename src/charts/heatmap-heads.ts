import { format } from '../i18n/format';
import type { HeatmapData } from './heatmap';

const NARROW = 560;
const CHARACTER = 8.4;
const TICK_BOX = 28;

/** Width of the row heads in px: as wide as the longest name and count need, never over a third of the room. */
export function headWidth(data: HeatmapData, room: number, selectable: boolean): number {
  const names = data.rows.map(({ label, size }) => label.length + format.count(size).length + 3);
  const longest = names.reduce((most, length) => Math.max(most, length), 14);
  const wanted = longest * CHARACTER + (selectable ? TICK_BOX : 0);
  const most = room > 0 && room < NARROW ? Math.max(132, room * 0.46) : 280;
  return Math.round(Math.min(wanted, most));
}

/** The set with one key more or less. */
export function toggled(keys: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  if (on) next.add(key);
  else next.delete(key);
  return next;
}
