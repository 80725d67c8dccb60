import type { Kind, ReadProblems, TableProblems } from '../../domain/said/file-problems';
import type { Wording } from '../../domain/said/said';
import { format } from '../format';
import { plural } from '../numbers';
import { written, type Told } from '../written';
import { nameOfDelimiter } from './delimiters';
import { encodingName } from './encodings';
import { readDamages, readRefusals } from './read-refusals';

const KINDS: Record<Kind, string> = {
  workbook: 'workbook',
  archive: 'archive',
  parquet: 'Parquet file',
  json: 'JSON file',
};
/** What helps where a file of a kind is whole but not opened. */
const INSTEAD: Record<Kind, string> = {
  workbook: 'Open it in a spreadsheet program, save the sheet as .csv and drop that.',
  archive: 'Unpack it and drop the files that are in it.',
  parquet: 'Export the table as CSV and drop that.',
  json: 'Export it again, or as CSV, and drop the new file.',
};
const AGAIN = 'Download or export it again and drop the new file.';
const WITH_ROWS = 'Export it again from the shop and check that the file has rows.';
const OTHER_EXPORT = 'Export the orders from the shop as .csv or .xlsx and drop that.';
const AS_CSV = 'Open it in a spreadsheet program, save it as .csv and drop that.';

const UNREADABLE: Record<ReadProblems['unreadable-format']['is'], { what: string; next: string }> = {
  packed: { what: 'packed in a way that is not read', next: 'Unpack it and drop the file inside.' },
  pdf: { what: 'a PDF', next: `A PDF is a picture of a page. ${OTHER_EXPORT}` },
  image: { what: 'a picture or media file', next: OTHER_EXPORT },
  unknown: { what: 'not text and not a workbook', next: OTHER_EXPORT },
};

export const readProblems: Wording<ReadProblems, Told> = {
  'empty-file': ({ name, without }) => ({
    message: {
      bytes: `${name} is empty: it has 0 bytes.`,
      text: `${name} is empty: it has no text.`,
      table: `${name} holds no table with a value.`,
    }[without],
    next: WITH_ROWS,
  }),
  'archive-too-large': ({ name, why }) => ({
    message: `${name} is not opened: ${written(readRefusals, why)}.`,
    next: 'Export a shorter period or fewer columns, and drop that.',
  }),
  'not-opened': ({ name, kind, why }) => ({
    message: `${name} is not opened: ${written(readRefusals, why)}.`,
    next: INSTEAD[kind],
  }),
  damaged: ({ name, kind, why }) => ({
    message: `${name} cannot be read: the ${KINDS[kind]} is damaged${why === null ? '' : ` (${written(readDamages, why)})`}.`,
    next:
      kind === 'workbook' ? 'Open it in a spreadsheet program, save it again and drop the new file.' : AGAIN,
  }),
  'damaged-gzip': ({ name }) => ({
    message: `${name} cannot be unpacked: it is damaged or was not downloaded completely.`,
    next: AGAIN,
  }),
  'encrypted-old-workbook': ({ name }) => ({
    message: `${name} is encrypted with a password, in a way of before 2007 that is not read.`,
    next: 'Open it in Excel, save it as .xlsx and drop that.',
  }),
  'needs-old-readers': ({ name }) => ({
    message: `${name} needs the readers of older formats.`,
    next: AS_CSV,
  }),
  'needs-password': ({ name, was_wrong }) => ({
    message: was_wrong ? `The password does not open ${name}.` : `${name} is encrypted with a password.`,
    next: 'Type its password, or save it in Excel without one and drop that.',
  }),
  'numbers-file': ({ name }) => ({
    message: `${name} is a Numbers spreadsheet, which only Apple's programs can read.`,
    next: 'Open it in Numbers, choose File > Export To > CSV, and drop the file that this makes.',
  }),
  'not-a-workbook': ({ name }) => ({
    message: `${name} is an Office document, but not a workbook.`,
    next: 'Drop the .xlsx or .csv file itself.',
  }),
  'markup-without-table': ({ name }) => ({
    message: `${name} is not a table: it is a web page or XML.`,
    next: AS_CSV,
  }),
  'not-decodable': ({ name, encoding }) => ({
    message: `${name} has bytes that do not belong to ${encodingName(encoding)}.`,
    next: 'Choose another encoding, or save it as "CSV UTF-8" in the spreadsheet program and drop that.',
  }),
  'unknown-encoding': ({ encoding }) => ({
    message: `"${encoding}" is no text encoding that is known here.`,
    next: 'Choose one such as "utf-8", "windows-1252" or "gb18030".',
  }),
  'unreadable-format': ({ name, claims, is }) => ({
    message: `${name} cannot be read: ${claims === null ? '' : `it is named ${claims}, but `}its content is ${UNREADABLE[is].what}.`,
    next: UNREADABLE[is].next,
  }),
  standstill: ({ name }) => ({
    message: `${name} is not opened: reading it came to a standstill, as it does where a file is damaged.`,
    next: INSTEAD.workbook,
  }),
};

const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const millions = (rows: number): string => tenths.format(rows / 1e6);
const gigabytes = (bytes: number): string => tenths.format(bytes / 1e9);
const SHOWN_HEADERS = 5;

export const tableProblems: Wording<TableProblems, Told> = {
  'not-a-table': ({ name }) => ({
    message: `${name} is not a table: its lines have no columns in common.`,
    next: 'Export the orders as .csv or .xlsx and drop that.',
  }),
  'ragged-row': ({ name, line, found, columns, delimiter }) => ({
    message: `${name}, line ${line}: ${format.count(found)} cells where ${format.count(columns)} were expected (columns are separated by ${nameOfDelimiter(delimiter)}).`,
    next: `Look at line ${line}: a text with ${nameOfDelimiter(delimiter)} in it has to stand in quotes. Correct it or export the file again.`,
  }),
  'ragged-file': ({ name, line, rows, columns }) => ({
    message: `${name}: ${format.count(rows)} ${plural(rows, { one: 'line does', other: 'lines do' })} not have the ${format.count(columns)} cells of the first line${line === null ? '' : `; line ${line} is the first`}.`,
    next: 'Open the file in a spreadsheet, see whether that line has a stray separator or quote, and save it as CSV again.',
  }),
  'header-only': ({ name, columns }) => ({
    message: `${name} has column names (${columns.slice(0, SHOWN_HEADERS).join(', ')}${columns.length > SHOWN_HEADERS ? ' …' : ''}) but no rows below them.`,
    next: 'Export it again with a longer period and drop the new file.',
  }),
  'several-tables': ({ name, line }) => ({
    message: `${name} holds several tables, one below the other: another begins in line ${line}.`,
    next: 'Save each table as a file of its own and drop them together, or drop only the one with the orders.',
  }),
  'too-many-columns': ({ name, columns, most }) => ({
    message: `${name} has ${format.count(columns)} columns, more than the ${format.count(most)} that are read.`,
    next: 'Choose fewer columns for the export, or delete those that are not needed.',
  }),
  'line-too-long': ({ name, line, most_mib }) => ({
    message: `${name}: line ${line} is longer than ${format.count(most_mib)} MiB.`,
    next: 'A quote that is opened and not closed makes such a line: look for it there, or export the file again.',
  }),
  'too-large': ({ name, rows, columns, bytes, most_bytes, fitting_rows }) => ({
    message: `${name} is too large for a browser: its ${millions(rows)} million rows of ${format.count(columns)} columns would take ${gigabytes(bytes)} GB of memory, and at most ${gigabytes(most_bytes)} of the 4 GB that a browser allows are there for rows. Nothing was read.`,
    next: `Export only the columns that are needed (date, order number, customer, amount, product), or a shorter time: about ${millions(fitting_rows)} million rows of these columns fit, one file of some years at a time.`,
  }),
  'nothing-read': ({ tables }) => ({
    message:
      tables === 0
        ? 'No file was given.'
        : `None of the ${format.count(tables)} tables could be read, or all were left out.`,
    next: 'Choose at least one table that holds orders or order lines.',
  }),
};
