import { analyse } from 'chardet';
import { ENCODINGS, encodingName } from '../../src/domain/encodings';

export interface FoundEncoding {
  encoding: string;
  evidence: string;
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

/**
 * The encoding of a text whose bytes are not UTF-8, from its first line beyond ASCII on. chardet weighs the
 * candidates; one that cannot decode the sample is out. Falls back to Windows-1252, which decodes anything.
 */
export function guessEncoding(bytes: Uint8Array): FoundEncoding {
  const sample = sampleOf(bytes);
  if (holdsOnlyMoney(sample))
    return {
      encoding: 'windows-1252',
      evidence: 'The bytes are not UTF-8; those beyond ASCII are the signs of money of Windows-1252.',
    };
  for (const { name, confidence } of analyse(sample)) {
    const low = name.toLowerCase();
    const label = READ_AS[low] ?? low;
    if (/^utf-|^iso-2022/.test(label) || !(label in ENCODINGS) || !decodes(sample, label)) continue;
    return {
      encoding: label,
      evidence: `The bytes are not UTF-8; they look most like ${encodingName(label)} (${confidence} of 100).`,
    };
  }
  return {
    encoding: 'windows-1252',
    evidence: 'The bytes are not UTF-8, so the file is read as Windows-1252 (Western Europe).',
  };
}
