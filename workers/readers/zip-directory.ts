import { refused } from './refused';

/** An entry as the central directory names it. Sizes are what the file claims and are never trusted. */
export interface ZipEntry {
  name: string;
  method: number;
  /** CRC-32 of the inflated bytes. */
  checksum: number;
  /** Bytes it unpacks to, as the file claims. */
  size: number;
  /** Where the compressed bytes stand in the file. */
  start: number;
  end: number;
}

const MOST_ENTRIES = 2000;
const END_RECORD = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_RECORD_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const EXTRA_64 = 1;

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === END_RECORD && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  throw refused('directory-missing', {});
}

/**
 * Reads the central directory of a zip and checks it before anything is inflated: at most 2,000 entries, none
 * encrypted, none overlapping another, all inside the file. Throws `Refused`.
 */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 22) throw refused('too-short', {});
  const end = endRecord(view);
  const { count, from } = whereEntriesStand(view, end);
  if (count > MOST_ENTRIES) throw refused('too-many-parts', { parts: count, most: MOST_ENTRIES });
  if (from > end) throw refused('directory-misplaced', {});

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw refused('directory-damaged', {});
    const entry = readEntry(view, bytes, at);
    if (names.has(entry.name)) throw refused('part-twice', { part: entry.name });
    names.add(entry.name);
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseOverlaps(entries, from, view);
  return entries;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  if (view.getUint16(at + 8, true) & 1) throw refused('encrypted', {});
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw refused('part-packing', { part: name });
  const { size, packed, local } = sizesOf(view, at);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_HEADER)
    throw refused('part-misplaced', { part: name });
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return { name, method, checksum: view.getUint32(at + 16, true), start, size, end: start + packed };
}

const MOST_32 = 0xffffffff;

/** 64 bits that a browser can count: no file of 8 PiB is dropped. */
function large(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength) throw refused('directory-damaged', {});
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw refused('directory-damaged', {});
  return Number(value);
}

/** In a zip64 a second end record, found by a locator before the first, holds what 16 and 32 bits do not. */
function whereEntriesStand(view: DataView, end: number): { count: number; from: number } {
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  const isLarge = count === 0xffff || from === MOST_32 || view.getUint32(end + 12, true) === MOST_32;
  const locator = end - 20;
  if (!isLarge || locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return { count, from };
  const record = large(view, locator + 8);
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== END_RECORD_64)
    throw refused('directory-misplaced', {});
  return { count: large(view, record + 32), from: large(view, record + 48) };
}

/** Sizes and place of an entry; in a zip64 those of more than 32 bits stand in an extra field, in this order. */
function sizesOf(view: DataView, at: number): { size: number; packed: number; local: number } {
  const short = [24, 20, 42].map((place) => view.getUint32(at + place, true));
  if (!short.includes(MOST_32)) return { size: short[0]!, packed: short[1]!, local: short[2]! };
  let field = at + 46 + view.getUint16(at + 28, true);
  const last = Math.min(field + view.getUint16(at + 30, true), view.byteLength);
  while (field + 4 <= last && view.getUint16(field, true) !== EXTRA_64)
    field += 4 + view.getUint16(field + 2, true);
  let place = field + 4;
  const [size, packed, local] = short.map((value) => {
    if (value !== MOST_32 || place + 8 > last) return value;
    place += 8;
    return large(view, place - 8);
  });
  return { size: size!, packed: packed!, local: local! };
}

function refuseOverlaps(entries: ZipEntry[], directory: number, view: DataView): void {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  let free = 0;
  for (const { name, start, end } of sorted) {
    if (start < free || end > directory || end > view.byteLength)
      throw refused('part-overlaps', { part: name });
    free = end;
  }
}
