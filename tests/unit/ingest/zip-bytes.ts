import { deflateRawSync, crc32 as nodeCrc } from 'node:zlib';

const crcTable = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n >>> 0;
});
const crc32 = (bytes: Uint8Array): number =>
  typeof nodeCrc === 'function'
    ? nodeCrc(bytes)
    : ~bytes.reduce((state, byte) => (state >>> 8) ^ (crcTable[(state ^ byte) & 255] ?? 0), ~0) >>> 0;

export interface Part {
  name: string;
  content: Uint8Array;
  /** Bytes as they stand in the zip, where they are packed already. */
  packed?: Uint8Array;
  flags?: number;
  /** Start of the local header that the directory claims, to make parts overlap. */
  claimedOffset?: number;
  claimedSize?: number;
}

interface Shape {
  claimedCount?: number;
  /** Write every size and place in 64 bits, as writers do that do not know before how much will come. */
  zip64?: boolean;
}

const MOST_32 = 0xffffffff;
const of64 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, i) => bytes.writeBigUInt64LE(BigInt(value), i * 8));
  return bytes;
};

/** A zip made byte by byte, so that it can lie. */
export function zipOf(parts: Part[], { claimedCount = parts.length, zip64 = false }: Shape = {}): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, flags = 0, claimedOffset, claimedSize, ...part } of parts) {
    const packed = part.packed ?? deflateRawSync(content);
    const label = Buffer.from(name);
    const size = claimedSize ?? content.length;
    const place = claimedOffset ?? at;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(zip64 ? 45 : 20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(zip64 ? MOST_32 : packed.length, 14);
    fields.writeUInt32LE(zip64 ? MOST_32 : size, 18);
    fields.writeUInt16LE(label.length, 22);
    const field = (...values: number[]) => {
      if (!zip64) return Buffer.alloc(0);
      const head = Buffer.alloc(4);
      head.writeUInt16LE(1, 0);
      head.writeUInt16LE(values.length * 8, 2);
      return Buffer.concat([head, of64(...values)]);
    };
    const [short, long] = [field(size, packed.length), field(size, packed.length, place)];
    fields.writeUInt16LE(short.length, 24);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, label, short, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(zip64 ? MOST_32 : place, 10);
    fields.writeUInt16LE(long.length, 24);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, label, long]));
    chunks.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(zip64 ? 0xffff : claimedCount, 8);
  end.writeUInt16LE(zip64 ? 0xffff : claimedCount, 10);
  end.writeUInt32LE(zip64 ? MOST_32 : central.length, 12);
  end.writeUInt32LE(zip64 ? MOST_32 : at, 16);
  if (!zip64) return new Uint8Array(Buffer.concat([...chunks, central, end]));
  const record = Buffer.concat([
    Buffer.from('PK\x06\x06', 'latin1'),
    of64(44),
    Buffer.from([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    of64(claimedCount, claimedCount, central.length, at),
  ]);
  const locator = Buffer.concat([
    Buffer.from('PK\x06\x07\0\0\0\0', 'latin1'),
    of64(at + central.length),
    Buffer.from([1, 0, 0, 0]),
  ]);
  return new Uint8Array(Buffer.concat([...chunks, central, record, locator, end]));
}
