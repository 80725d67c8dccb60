import type { Evidence, Signature } from '../../domain/said/evidence';
import { fault, type Fault } from '../../domain/said/problems';
import type { ReadProblems } from '../../domain/said/file-problems';

export type FileFormat =
  | 'text'
  | 'gzip'
  | 'zip'
  | 'compound'
  | 'old_spreadsheet'
  | 'parquet'
  | 'packed'
  | 'pdf'
  | 'image'
  | 'unknown-binary'
  | 'empty';
/** What the first bytes of a text can tell; any other encoding is found by weighing the whole text. */
type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface SniffedFormat {
  format: FileFormat;
  /** Only for text. */
  encoding?: string;
  /** Bytes of the byte order mark, 0 where there is none; only for text. */
  bomBytes?: number;
  /** Why. */
  evidence: Evidence;
}

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** First bytes, and what a file is that starts with them. */
const SIGNATURES: [FileFormat, number[], Signature][] = [
  ['gzip', [0x1f, 0x8b], 'gzip'],
  ['zip', [0x50, 0x4b, 0x03, 0x04], 'zip'],
  ['zip', [0x50, 0x4b, 0x05, 0x06], 'empty-zip'],
  ['parquet', ascii('PAR1'), 'parquet'],
  ['parquet', ascii('PARE'), 'encrypted-parquet'],
  ['pdf', ascii('%PDF-'), 'pdf'],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'compound'],
  ['old_spreadsheet', [0x09, 0x00, 0x04, 0x00], 'excel-2'],
  ['old_spreadsheet', [0x09, 0x02, 0x06, 0x00], 'excel-3'],
  ['old_spreadsheet', [0x09, 0x04, 0x06, 0x00], 'excel-4'],
  ['old_spreadsheet', [0x09, 0x08, 0x08, 0x00], 'excel-5'],
  ['old_spreadsheet', [0x00, 0x00, 0x02, 0x00], 'lotus-or-works'],
  ['old_spreadsheet', [0x00, 0x00, 0x1a, 0x00], 'lotus'],
  ['old_spreadsheet', [0xff, 0x00, 0x02, 0x00], 'works'],
  ['old_spreadsheet', ascii('ID;P'), 'sylk'],
  ['old_spreadsheet', ascii('TABLE\r\n0,1'), 'dif'],
  ['old_spreadsheet', ascii('TABLE\n0,1'), 'dif'],
  ['packed', ascii('BZh'), 'bzip2'],
  ['packed', [0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
  ['packed', [0x37, 0x7a, 0xbc, 0xaf], '7-zip'],
  ['packed', ascii('Rar!'), 'rar'],
  ['packed', [0xfd, 0x37, 0x7a, 0x58], 'xz'],
  ['image', [0x89, 0x50, 0x4e, 0x47], 'png'],
  ['image', [0xff, 0xd8, 0xff], 'jpeg'],
  ['image', ascii('GIF8'), 'gif'],
  ['image', ascii('RIFF'), 'riff'],
];

/** Heads of at least so many bytes may be cut off anywhere. */
const CUT_FROM = 1 << 10;

const startsWith = (head: Uint8Array, bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);

/** Cut at a whole UTF-16 unit: an odd last byte belongs to the rest of the file. */
const decodes = (head: Uint8Array, encoding: TextEncoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
};

/**
 * UTF-16 without a mark: zero bytes stand on one side only, and read that way the text has separators. Plain
 * text with a stray NUL, read as UTF-16, becomes Chinese characters without a single comma or line end.
 */
function sniffUtf16(head: Uint8Array): SniffedFormat | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const zeros = even + odd;
  // Units of two bytes make an even number of them, unless the head was cut.
  if (head.length % 2 === 1 && head.length < CUT_FROM) return null;
  if (zeros < 2 || zeros * 50 < head.length) return null;
  // Letters of other alphabets have bytes beyond ASCII: without any, this is plain text with stray zeros.
  if (zeros * 4 < head.length && !head.some((byte) => byte > 127)) return null;
  const encoding = odd > even * 9 ? 'utf-16le' : even > odd * 9 ? 'utf-16be' : null;
  const text = encoding && decodes(head.subarray(0, head.length - (head.length % 2)), encoding);
  if (!encoding || !text || text.includes('\0') || !/[\n\r,;\t|]/.test(text)) return null;
  return {
    format: 'text',
    encoding,
    bomBytes: 0,
    evidence: { id: 'utf-16-zeros', values: { place: encoding === 'utf-16le' ? 'second' : 'first' } },
  };
}

/** More than one control character in 200 that no text file has. NUL counts only when it is frequent. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b && byte !== 0x1a)) controls++;
  }
  return controls * 200 > head.length || zeros * 10 > head.length;
}

/** The encoding of a text by its first bytes: a mark, zero bytes, or UTF-8 until shown otherwise. */
export function sniffText(head: Uint8Array): SniffedFormat {
  const marked = (encoding: string, bomBytes: number, name: string): SniffedFormat => ({
    format: 'text',
    encoding,
    bomBytes,
    evidence: { id: 'byte-order-mark', values: { encoding: name } },
  });
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return marked('utf-8', 3, 'UTF-8');
  if (startsWith(head, [0xff, 0xfe])) return marked('utf-16le', 2, 'UTF-16');
  if (startsWith(head, [0xfe, 0xff])) return marked('utf-16be', 2, 'UTF-16');
  const utf16 = sniffUtf16(head);
  if (utf16) return utf16;
  if (isBinary(head)) return { format: 'unknown-binary', evidence: { id: 'not-text', values: {} } };
  return { format: 'text', encoding: 'utf-8', bomBytes: 0, evidence: { id: 'valid-utf-8', values: {} } };
}

/** What a file is, by its first bytes and never by its ending. `head` may be cut anywhere, also inside a character. */
export function sniffFormat(head: Uint8Array): SniffedFormat {
  if (head.length === 0) return { format: 'empty', evidence: { id: 'no-bytes', values: {} } };
  for (const [format, bytes, is] of SIGNATURES)
    if (startsWith(head, bytes)) return { format, evidence: { id: 'signature', values: { is } } };
  return sniffText(head);
}

const UNREADABLE: Partial<Record<FileFormat, ReadProblems['unreadable-format']['is']>> = {
  packed: 'packed',
  pdf: 'pdf',
  image: 'image',
};

/** What is said of a format that cannot be read: which file, and what it is. */
export function unreadableFormat(format: FileFormat, name: string): Fault {
  if (format === 'empty') return fault('empty-file', { name, without: 'bytes' }, { file: name });
  const claims = /\.(csv|tsv|txt|xlsx?|ods|json|parquet)$/i.exec(name)?.[0] ?? null;
  return fault('unreadable-format', { name, claims, is: UNREADABLE[format] ?? 'unknown' }, { file: name });
}
