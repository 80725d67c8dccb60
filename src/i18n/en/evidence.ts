import type { CutEvidence, Evidences, ReadEvidence, Signature } from '../../domain/said/evidence';
import type { Wording } from '../../domain/said/said';
import { format } from '../format';
import { plural } from '../numbers';
import { written } from '../written';
import { nameOfDelimiter } from './delimiters';
import { encodingName } from './encodings';

const SIGNATURES: Record<Signature, string> = {
  gzip: 'a gzip file',
  zip: 'a zip',
  'empty-zip': 'an empty zip',
  parquet: 'a Parquet file',
  'encrypted-parquet': 'an encrypted Parquet file',
  pdf: 'a PDF',
  compound: 'an .xls or a workbook with a password',
  'excel-2': 'an Excel 2 file',
  'excel-3': 'an Excel 3 file',
  'excel-4': 'an Excel 4 file',
  'excel-5': 'an Excel 5 file',
  'lotus-or-works': 'a Lotus or Works file',
  lotus: 'a Lotus file',
  works: 'a Works file',
  sylk: 'a SYLK file',
  dif: 'a DIF file',
  bzip2: 'a bzip2 file',
  zstd: 'a zstd file',
  '7-zip': 'a 7-Zip file',
  rar: 'a RAR file',
  xz: 'an xz file',
  png: 'a PNG picture',
  jpeg: 'a JPEG picture',
  gif: 'a GIF picture',
  riff: 'a RIFF media file',
};
const SHOWN_MEMBERS = 5;

const readEvidence: Wording<ReadEvidence> = {
  'no-bytes': () => 'The file has no bytes.',
  signature: ({ is }) => `The first bytes are those of ${SIGNATURES[is]}.`,
  'not-text': () => 'The bytes are not text.',
  'byte-order-mark': ({ encoding }) => `The file starts with the mark of ${encoding}.`,
  'utf-16-zeros': ({ place }) => `Zero bytes stand on every ${place} place of two: UTF-16.`,
  'valid-utf-8': () => 'The bytes are valid UTF-8.',
  'money-signs': () => 'The bytes are not UTF-8; those beyond ASCII are the signs of money of Windows-1252.',
  'known-words': ({ encoding }) =>
    `The bytes are not UTF-8; read as ${encodingName(encoding)} they are words that sales files use.`,
  'looks-like': ({ encoding, confidence }) =>
    `The bytes are not UTF-8; they look most like ${encodingName(encoding)} (${format.count(confidence)} of 100).`,
  'western-by-default': () =>
    'The bytes are not UTF-8, so the file is read as Windows-1252 (Western Europe).',
  'encoding-chosen': ({ encoding }) => `The file is read as ${encodingName(encoding)}, as chosen.`,
  'letters-mended': () =>
    'Some letters were stored in parts or as stray control characters; they are put together.',
  'no-encoding': ({ encoding }) =>
    `The bytes belong to no encoding throughout; the file is read as ${encodingName(encoding)}.`,
  gzip: () => 'The file was unpacked from gzip.',
  'zip-of-files': ({ files }) =>
    `The file was unpacked from a zip with ${format.count(files)} ${plural(files, { one: 'file', other: 'files' })}.`,
  'not-read': ({ members }) => `Not read from the zip: ${members.slice(0, SHOWN_MEMBERS).join(', ')}.`,
  json: () => 'The file is JSON.',
  'xml-workbook': () => 'The file is an Excel workbook written as XML.',
  'xml-spreadsheet': () => 'The file is an OpenDocument spreadsheet written as XML.',
  'web-page': () => 'The file is a web page with a table.',
  'binary-workbook': () => 'A zip with the parts of a binary Excel workbook.',
  workbook: () => 'A zip with the parts of an Excel workbook.',
  'open-document': () => 'A zip whose parts are those of an OpenDocument spreadsheet.',
  'old-workbook': () => 'The first bytes are those of an Excel file before 2007.',
  'encrypted-workbook': () => 'An encrypted Excel workbook, opened with its password.',
  'cells-with-errors': ({ cells }) =>
    `${format.count(cells)} ${plural(cells, { one: 'cell that holds an error is', other: 'cells that hold an error are' })} empty.`,
  'hidden-rows': ({ rows }) =>
    `${format.count(rows)} ${plural(rows, { one: 'row is hidden in the sheet and is', other: 'rows are hidden in the sheet and are' })} read like the others.`,
  'unsolved-formulas': ({ cells }) =>
    `${format.count(cells)} ${plural(cells, { one: 'cell holds a formula', other: 'cells hold formulas' })} without a value, because the program that wrote the file did not calculate it: open the file once in a spreadsheet program, save it, and drop it again.`,
};

const SAMPLE_ROWS = { one: 'sample row has', other: 'sample rows have' };

const cutEvidence: Wording<CutEvidence> = {
  'separator-named': ({ delimiter }) =>
    `The first line says that columns are separated by ${nameOfDelimiter(delimiter)}.`,
  'one-column': () => 'No separator repeats on the lines: the file has one column.',
  separated: ({ delimiter, rows, of, columns }) =>
    `Columns are ${delimiter === null ? 'aligned with blanks' : `separated by ${nameOfDelimiter(delimiter)}`}: ${format.count(rows)} of ${format.count(of)} sample rows have ${format.count(columns)} cells.`,
  'lines-above': ({ lines }) =>
    `${format.count(lines)} ${plural(lines, { one: 'line above the table is', other: 'lines above the table are' })} left out.`,
  'rows-short': ({ rows }) =>
    `${format.count(rows)} ${plural(rows, SAMPLE_ROWS)} fewer cells; the missing ones at their end count as empty.`,
  'rows-long': ({ rows }) =>
    `${format.count(rows)} ${plural(rows, SAMPLE_ROWS)} empty cells beyond the last column; a row that is shifted shows as unreadable later.`,
  'rows-mended': ({ rows, first_line }) =>
    `${format.count(rows)} ${plural(rows, { one: 'row has', other: 'rows have' })} a separator too many or too few; their cells were put back in their columns${first_line === null ? '' : ` (first in line ${first_line})`}.`,
  'header-rows': ({ rows }) => `The names of the columns stand in ${format.count(rows)} rows.`,
  'header-short': ({ unnamed }) =>
    unnamed === null
      ? 'The header is one name short: two names stand in one cell.'
      : `The header is one name short: column ${unnamed} has none, by the values below the names.`,
  'header-said': ({ has_header }) =>
    has_header
      ? 'It was said that the first row holds names.'
      : 'It was said that the first row does not hold names.',
  'header-of-months': () => 'The first row names months.',
  'header-empty': () => 'The first row is empty.',
  'header-alone': () => 'The only row holds names.',
  'values-alone': () => 'The only row holds values.',
  'header-of-values': () => 'The first row holds numbers or dates like the rows below it.',
  'header-differs': ({ differs, of }) =>
    `The first row is made of names: ${format.count(differs)} of ${format.count(of)} stand above numbers, dates or addresses.`,
  'header-known': ({ names }) =>
    `The first row has ${format.count(names)} ${plural(names, { one: 'name', other: 'names' })} known from sales exports.`,
  'header-of-texts': () => 'The first row has different short texts that no other row repeats.',
  'header-like-rows': () => 'The first row looks like the rows below it.',
};

/** What was seen of a file. */
export const evidence: Wording<Evidences> = {
  ...readEvidence,
  ...cutEvidence,
  'of-table': ({ table, evidence: of }) => `${table}: ${written(evidence, of)}`,
};
