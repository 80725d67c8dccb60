import type { Problem } from '../domain/outcome';

export type FileFormat =
  'text' | 'gzip' | 'xlsx' | 'xls' | 'ods' | 'zip' | 'parquet' | 'pdf' | 'image' | 'unknown-binary' | 'empty';
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface SniffedFormat {
  format: FileFormat;
  /** Only for text. */
  encoding?: TextEncoding;
  /** Bytes of the byte order mark, 0 where there is none; only for text. */
  bomBytes?: number;
  /** Why, in one sentence. */
  evidence: string;
}

const SIGNATURES: { format: FileFormat; bytes: number[]; says: string }[] = [
  { format: 'gzip', bytes: [0x1f, 0x8b], says: 'The first bytes are those of a gzip file.' },
  {
    format: 'parquet',
    bytes: [0x50, 0x41, 0x52, 0x31],
    says: 'The first bytes are those of a Parquet file.',
  },
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], says: 'The first bytes are those of a PDF.' },
  {
    format: 'xls',
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    says: 'The first bytes are those of an old Excel file or of a workbook with a password.',
  },
  { format: 'image', bytes: [0x89, 0x50, 0x4e, 0x47], says: 'The first bytes are those of a PNG picture.' },
  { format: 'image', bytes: [0xff, 0xd8, 0xff], says: 'The first bytes are those of a JPEG picture.' },
  { format: 'image', bytes: [0x47, 0x49, 0x46, 0x38], says: 'The first bytes are those of a GIF picture.' },
  {
    format: 'image',
    bytes: [0x52, 0x49, 0x46, 0x46],
    says: 'The first bytes are those of a RIFF media file.',
  },
];

const startsWith = (head: Uint8Array, bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);

/** Bytes as Latin-1: searching for ASCII names inside a zip. */
const asLatin1 = (head: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < head.length; at += 8192) text += String.fromCharCode(...head.subarray(at, at + 8192));
  return text;
};

function sniffZip(head: Uint8Array, name: string): SniffedFormat {
  const text = asLatin1(head);
  if (text.includes('application/vnd.oasis.opendocument.spreadsheet'))
    return { format: 'ods', evidence: 'A zip whose type is OpenDocument spreadsheet.' };
  if (/xl\/(workbook\.xml|worksheets\/|_rels|styles\.xml|sharedStrings\.xml)/.test(text))
    return { format: 'xlsx', evidence: 'A zip with the parts of an Excel workbook.' };
  if (text.includes('[Content_Types].xml') && /\.xls[xm]$/i.test(name))
    return { format: 'xlsx', evidence: 'A zip with content types, named as an Excel workbook.' };
  return { format: 'zip', evidence: 'The first bytes are those of a zip, without the parts of a workbook.' };
}

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
  if (zeros < 2 || zeros * 50 < head.length) return null;
  const encoding = odd > even * 9 ? 'utf-16le' : even > odd * 9 ? 'utf-16be' : null;
  const text = encoding && decodes(head.subarray(0, head.length - (head.length % 2)), encoding);
  if (!encoding || !text || text.includes('\0') || !/[\n\r,;\t|]/.test(text)) return null;
  return {
    format: 'text',
    encoding,
    bomBytes: 0,
    evidence: `Zero bytes stand on every ${encoding === 'utf-16le' ? 'second' : 'first'} place of two: UTF-16.`,
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

function sniffText(head: Uint8Array): SniffedFormat {
  if (startsWith(head, [0xef, 0xbb, 0xbf]) && decodes(head, 'utf-8') !== null)
    return {
      format: 'text',
      encoding: 'utf-8',
      bomBytes: 3,
      evidence: 'The file starts with the mark of UTF-8.',
    };
  if (startsWith(head, [0xff, 0xfe]))
    return {
      format: 'text',
      encoding: 'utf-16le',
      bomBytes: 2,
      evidence: 'The file starts with the mark of UTF-16.',
    };
  if (startsWith(head, [0xfe, 0xff]))
    return {
      format: 'text',
      encoding: 'utf-16be',
      bomBytes: 2,
      evidence: 'The file starts with the mark of UTF-16.',
    };
  const utf16 = sniffUtf16(head);
  if (utf16) return utf16;
  if (isBinary(head)) return { format: 'unknown-binary', evidence: 'The bytes are not text.' };
  if (decodes(head, 'utf-8') !== null)
    return { format: 'text', encoding: 'utf-8', bomBytes: 0, evidence: 'The bytes are valid UTF-8.' };
  return {
    format: 'text',
    encoding: 'windows-1252',
    bomBytes: 0,
    evidence: 'The bytes are not valid UTF-8, so the file is read as Windows-1252 (Western Europe).',
  };
}

/**
 * What a file is, by its first bytes and never by its ending. `head` may be cut anywhere, also inside a
 * character. The name only decides between a workbook and another zip where the bytes do not.
 */
export function sniffFormat(head: Uint8Array, name: string): SniffedFormat {
  if (head.length === 0) return { format: 'empty', evidence: 'The file has no bytes.' };
  for (const { format, bytes, says } of SIGNATURES)
    if (startsWith(head, bytes)) return { format, evidence: says };
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]))
    return sniffZip(head, name);
  return sniffText(head);
}

const UNREADABLE: Partial<Record<FileFormat, { what: string; next: string }>> = {
  xls: {
    what: 'an old Excel file (.xls) or a workbook with a password',
    next: 'Open it in Excel, save it as .xlsx without a password or as .csv, and drop that.',
  },
  ods: { what: 'an OpenDocument spreadsheet (.ods)', next: 'Save it as .xlsx or .csv and drop that.' },
  zip: { what: 'a zip archive', next: 'Unpack it and drop the .csv or .xlsx file inside.' },
  parquet: { what: 'a Parquet file', next: 'Export the table as .csv and drop that.' },
  pdf: {
    what: 'a PDF',
    next: 'A PDF is a picture of a page. Export the orders from the shop as .csv or .xlsx and drop that.',
  },
  image: {
    what: 'a picture or media file',
    next: 'Export the orders from the shop as .csv or .xlsx and drop that.',
  },
  'unknown-binary': {
    what: 'not text and not a workbook',
    next: 'Export the orders from the shop as .csv or .xlsx and drop that.',
  },
};

/** The sentence for a format that cannot be read: which file, what it is, what to do. */
export function unreadableFormat(format: FileFormat, name: string): Problem {
  if (format === 'empty')
    return {
      code: 'empty-file',
      file: name,
      message: `${name} is empty: it has 0 bytes.`,
      next: 'Export it again from the shop and check that the file has rows.',
    };
  const known = UNREADABLE[format] ?? {
    what: `of the kind "${format}"`,
    next: 'Save it as .csv and drop that.',
  };
  const claims = /\.(csv|tsv|txt|xlsx)$/i.exec(name)?.[0];
  return {
    code: 'unreadable-format',
    file: name,
    message: `${name} cannot be read: ${claims ? `it is named ${claims}, but its content is` : 'its content is'} ${known.what}.`,
    next: known.next,
  };
}
