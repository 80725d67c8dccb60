import { Refused } from './refused';

/** An entry as the central directory names it. Sizes are what the file claims and are never trusted. */
export interface ZipEntry {
  name: string;
  method: number;
  /** CRC-32 of the inflated bytes. */
  checksum: number;
  /** Where the compressed bytes stand in the file. */
  start: number;
  end: number;
}

const MOST_ENTRIES = 2000;
const END_RECORD = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === END_RECORD && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  throw new Refused('its table of contents is missing: the file was not copied completely');
}

/**
 * Reads the central directory of a zip and checks it before anything is inflated: at most 2,000 entries, none
 * encrypted, none overlapping another, all inside the file. Throws `Refused`.
 */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 22) throw new Refused('it is too short to be a workbook');
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES)
    throw new Refused(`it holds ${count} parts, more than the ${MOST_ENTRIES} that are read`);
  if (from > end) throw new Refused('its table of contents does not lie where the file says');

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw new Refused('its table of contents is damaged');
    const entry = readEntry(view, bytes, at);
    if (names.has(entry.name)) throw new Refused(`the part "${entry.name}" is in it twice`);
    names.add(entry.name);
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseOverlaps(entries, from, view);
  return entries;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  if (view.getUint16(at + 8, true) & 1) throw new Refused('it is encrypted');
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8)
    throw new Refused(`the part "${name}" is packed in a way that is not read`);
  const size = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_HEADER)
    throw new Refused(`the part "${name}" does not lie where the file says`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return { name, method, checksum: view.getUint32(at + 16, true), start, end: start + size };
}

function refuseOverlaps(entries: ZipEntry[], directory: number, view: DataView): void {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  let free = 0;
  for (const { name, start, end } of sorted) {
    if (start < free || end > directory || end > view.byteLength)
      throw new Refused(`the part "${name}" overlaps another`);
    free = end;
  }
}
