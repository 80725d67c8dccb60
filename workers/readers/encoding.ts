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

/**
 * The encoding of a text whose bytes are not UTF-8, from its first line beyond ASCII on. chardet weighs the
 * candidates; one that cannot decode the sample is out. Falls back to Windows-1252, which decodes anything.
 */
export function guessEncoding(bytes: Uint8Array): FoundEncoding {
  const sample = sampleOf(bytes);
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
