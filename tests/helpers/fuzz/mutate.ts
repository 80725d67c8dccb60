import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from './random';
import type { ValidFile } from './valid';

export interface FuzzedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** What was done to which file, for the message of a failure. */
  how: string;
}

type Mutation = (
  bytes: Uint8Array<ArrayBuffer>,
  random: Random,
  all: readonly ValidFile[],
) => Uint8Array<ArrayBuffer>;

const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const changed = (bytes: Uint8Array<ArrayBuffer>, change: (copy: Uint8Array<ArrayBuffer>) => void) => {
  const copy = bytes.slice();
  if (copy.length > 0) change(copy);
  return copy;
};

const LENGTHS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0xfffffffe];

/** What damages bytes of whatever format. */
const OF_BYTES: Record<string, Mutation> = {
  truncated: (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  'beginning lost': (bytes, random) => bytes.slice(random.below(bytes.length)),
  'bytes flipped': (bytes, random) =>
    changed(bytes, (copy) => {
      for (let i = 1 + random.below(12); i > 0; i--) copy[random.below(copy.length)]! ^= 1 << random.below(8);
    }),
  'lengths changed': (bytes, random) =>
    changed(bytes, (copy) => {
      const view = new DataView(copy.buffer);
      for (let i = 1 + random.below(4); i > 0 && copy.length > 4; i--)
        view.setUint32(random.below(copy.length - 4), random.of(LENGTHS), random.is(0.8));
    }),
  'a part lost': (bytes, random) => {
    const from = random.below(bytes.length);
    return joined(bytes.slice(0, from), bytes.slice(from + 1 + random.below(400)));
  },
  'a part repeated': (bytes, random) => {
    const from = random.below(bytes.length);
    const part = bytes.slice(from, from + 1 + random.below(400));
    return joined(
      bytes.slice(0, from),
      ...Array.from({ length: 1 + random.below(20) }, () => part),
      bytes.slice(from),
    );
  },
  'a part zeroed': (bytes, random) =>
    changed(bytes, (copy) => {
      const from = random.below(copy.length);
      copy.fill(random.of([0, 0, 0xff, 0x20]), from, from + 1 + random.below(300));
    }),
  'random bytes inside': (bytes, random) => {
    const at = random.below(bytes.length);
    return joined(bytes.slice(0, at), random.bytes(random.below(300)), bytes.slice(at));
  },
  'spliced with another file': (bytes, random, all) => {
    const other = random.of(all).bytes;
    return joined(bytes.slice(0, random.below(bytes.length)), other.slice(random.below(other.length)));
  },
  'random bytes behind its beginning': (bytes, random) =>
    joined(bytes.slice(0, random.of([2, 4, 8, 64, 512])), random.bytes(random.below(2000))),
  'whole, with another ending': (bytes) => bytes,
};

const TOKENS = [
  '"',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\ufeff',
  '""',
  '"\n',
  '\\"',
  '<table><tr><td>1</table>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '{"a":',
  '[[[[',
  ']',
  '=1+1',
  '@SUM(A1)',
  '__proto__',
  'constructor',
  '1e309',
  '-0',
  '٣',
  '９',
  '99999999999999999999999',
  '0x1F',
  '31/31/2024',
  '00/00/0000',
  '9999-99-99',
  '2024-02-30',
  '\u202e',
  'é'.normalize('NFD'),
  '\ud83d',
  'TOTAL',
  'drop table orders;--',
  '$$',
  '%Y',
];

/** What a person, a program or a mail does to a text. */
const OF_TEXT: Record<string, Mutation> = {
  'tokens put in': (bytes, random) => {
    let whole = bytes;
    for (let i = 1 + random.below(6); i > 0; i--) {
      const at = random.below(whole.length);
      whole = joined(whole.slice(0, at), strToU8(random.of(TOKENS)), whole.slice(at));
    }
    return whole;
  },
  'lines shuffled': (bytes, random) => {
    const lines = linesOf(bytes);
    return joined(...lines.map(() => lines[random.below(lines.length)]!));
  },
  'rows of another file between': (bytes, random, all) => {
    const others = linesOf(random.of(all.filter(({ isText }) => isText)).bytes);
    return joined(...linesOf(bytes).flatMap((line) => (random.is(0.2) ? [line, random.of(others)] : [line])));
  },
  'one letter for another': (bytes, random) => {
    const [from, to] = [
      random.of([...bytes.slice(0, 500)]),
      random.of([0x22, 0x2c, 0x3b, 0x0a, 0x0d, 0x00, 0x41]),
    ];
    return bytes.map((byte) => (byte === from ? to! : byte));
  },
};

function linesOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const lines: Uint8Array<ArrayBuffer>[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at++)
    if (bytes[at] === 10) {
      lines.push(bytes.slice(from, at + 1));
      from = at + 1;
    }
  return [...lines, bytes.slice(from)];
}

const NAMES = [
  'csv',
  'tsv',
  'txt',
  'xlsx',
  'xls',
  'xlsb',
  'ods',
  'json',
  'parquet',
  'zip',
  'gz',
  'pdf',
  'exe',
  '',
];

/** A valid file after one to three mutations; one in thirty is nothing but random bytes. */
export function fuzzed(random: Random, all: readonly ValidFile[]): FuzzedFile {
  const name = (given: string) => (random.is(0.15) ? `fuzz.${random.of(NAMES)}` : given);
  if (random.is(1 / 30))
    return { name: name('noise.csv'), bytes: random.bytes(random.below(3000)), how: 'random bytes' };
  const source = random.of(all);
  const how: string[] = [];
  let { bytes } = source;
  for (let i = random.of([1, 1, 1, 2, 3]); i > 0; i--) {
    const isPacked = how.length === 0 && bytes[0] === 0x50 && bytes[1] === 0x4b && random.is(0.6);
    const known = source.isText && random.is(0.6) ? OF_TEXT : OF_BYTES;
    const [what, mutation] = random.of(Object.entries(known));
    const within = isPacked ? inMember(bytes, random, (member) => mutation(member, random, all)) : null;
    how.push(within ? `${what} in ${within.member}` : what);
    bytes = within?.bytes ?? mutation(bytes, random, all);
  }
  return { name: name(source.name), bytes, how: `${source.name}: ${how.join(', ')}` };
}

/** Damage inside an archive that is whole: a checksum would tell of any other. */
function inMember(
  bytes: Uint8Array<ArrayBuffer>,
  random: Random,
  mutate: (member: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): { bytes: Uint8Array<ArrayBuffer>; member: string } {
  const members = unzipSync(bytes);
  const member = random.of(Object.keys(members));
  members[member] = mutate(new Uint8Array(members[member]!));
  return { bytes: new Uint8Array(zipSync(members, { level: 1, mtime: '2024-01-01' })), member };
}
