import { analyse } from 'chardet';
import { isKnownEncoding } from '../../src/domain/encodings';
import type { Evidence } from '../../src/domain/said/evidence';
import { knownWords, readability } from './readable';

export interface FoundEncoding {
  encoding: string;
  evidence: Evidence;
}

const SAMPLE_BYTES = 64 << 10;
/** Guesses of chardet that are one encoding under another name, or that no export has. */
const READ_AS: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-9': 'windows-1254',
  ascii: 'windows-1252',
};

const decodes = (bytes: Uint8Array, label: string): boolean => {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** The first 64 KB, cut after a line end so that no character of several bytes is seen in half. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const end = bytes.subarray(0, SAMPLE_BYTES).lastIndexOf(10);
  return bytes.subarray(0, end > 0 ? end + 1 : SAMPLE_BYTES);
}

/** € £ ¥ of Windows-1252, its hard blank and its apostrophe. */
const MONEY_BYTES = [0x80, 0xa3, 0xa5];
const [HARD_BLANK, APOSTROPHE] = [0xa0, 0x92];
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Nothing beyond ASCII but signs of money and marks of thousands beside digits: a guess from letters has nothing to go by. */
function holdsOnlyMoney(bytes: Uint8Array): boolean {
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    const isBlank = (i: number) => bytes[i] === HARD_BLANK || bytes[i] === 0x20;
    const before = bytes[isBlank(at - 1) ? at - 2 : at - 1];
    const after = bytes[isBlank(at + 1) ? at + 2 : at + 1];
    const isBeside = isDigit(before) || isDigit(after) || after === 0x2d;
    const isMark = byte === HARD_BLANK || (byte === APOSTROPHE && isDigit(before) && isDigit(after));
    if (!isMark && !(MONEY_BYTES.includes(byte) && isBeside)) return false;
  }
  return true;
}

/** Encodings that compete with what the letters alone suggest: a short text has too few of them. */
const RIVALS = [
  'gb18030',
  'shift_jis',
  'big5',
  'euc-kr',
  'euc-jp',
  'windows-1251',
  'windows-1252',
  'windows-1250',
  'windows-1254',
] as const;
/** Bytes that are read for known words: a header and the first rows. */
const WORD_BYTES = 8 << 10;
/** How much more of a text has to be readable for another encoding to be believed without a known word. */
const CLEARLY = 0.25;

/** These differ in so few letters that only words tell them apart. */
const isLatin = ({ encoding }: FoundEncoding): boolean => /^windows-125[0248]$/.test(encoding);

interface Weighed extends FoundEncoding {
  words: number;
  readable: number;
}

function weighed(bytes: Uint8Array, found: FoundEncoding): Weighed {
  const text = new TextDecoder(found.encoding).decode(bytes);
  return { ...found, words: knownWords(text), readable: readability(text, found.encoding) };
}

/**
 * The encoding of a text whose bytes are not UTF-8, from its first line beyond ASCII on. chardet weighs the
 * candidates by their letters; one that cannot decode the sample is out, and one in which more cells are words that sales
 * files use goes before it. Falls back to Windows-1252, which decodes anything.
 */
export function guessEncoding(bytes: Uint8Array): FoundEncoding {
  const sample = sampleOf(bytes);
  if (holdsOnlyMoney(sample))
    return {
      encoding: 'windows-1252',
      evidence: { id: 'money-signs', values: {} },
    };
  const guessed = byLetters(sample);
  const head = sample.subarray(0, WORD_BYTES);
  const cut = head.length < sample.length ? head.subarray(0, head.lastIndexOf(10) + 1) : head;
  const first = weighed(cut, guessed);
  const others = RIVALS.filter((label) => label !== guessed.encoding && decodes(sample, label)).map(
    (encoding) =>
      weighed(cut, {
        encoding,
        evidence: { id: 'known-words', values: { encoding } },
      }),
  );
  const [best] = others.sort((a, b) => b.words - a.words || b.readable - a.readable);
  if (!best || best.words < first.words) return guessed;
  const isBetter =
    best.words > first.words
      ? best.readable >= first.readable - CLEARLY
      : !(isLatin(best) && isLatin(first)) && best.readable >= first.readable + CLEARLY;
  if (!isBetter) return guessed;
  return { encoding: best.encoding, evidence: best.evidence };
}

function byLetters(sample: Uint8Array): FoundEncoding {
  for (const { name, confidence } of analyse(sample)) {
    const low = name.toLowerCase();
    const label = READ_AS[low] ?? low;
    if (/^utf-|^iso-2022/.test(label) || !isKnownEncoding(label) || !decodes(sample, label)) continue;
    return {
      encoding: label,
      evidence: { id: 'looks-like', values: { encoding: label, confidence } },
    };
  }
  return {
    encoding: 'windows-1252',
    evidence: { id: 'western-by-default', values: {} },
  };
}
