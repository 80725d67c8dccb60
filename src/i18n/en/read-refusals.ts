import type { ReadDamages, ReadRefusals } from '../../domain/said/read-refusals';
import type { Wording } from '../../domain/said/said';
import { format } from '../format';

const MIB = 1024 * 1024;
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const sizeOf = (bytes: number): string =>
  bytes >= 1000 * MIB
    ? `${tenths.format(bytes / (1024 * MIB))} GB`
    : `${format.count(Math.round(bytes / MIB))} MB`;
const partOf = (part: string | null): string => (part === null ? 'it' : `the part "${part}"`);

/** The end of "orders.xlsx is not opened: …". */
export const readRefusals: Wording<ReadRefusals> = {
  'unpacked-too-large': ({ bytes, most, is_page_limit }) => {
    const limit = `more than ${sizeOf(most)}`;
    if (!is_page_limit) return `it unpacks to ${bytes === null ? limit : sizeOf(bytes)}`;
    const size = bytes === null ? limit : `${sizeOf(bytes)}, ${limit}`;
    return `unpacked it is ${size}, which is too much for a browser page`;
  },
  'packed-too-tightly': ({ part, times }) =>
    `${partOf(part)} unpacks to more than ${format.count(times)} times its size`,
  'table-too-large': ({ sheet, rows, columns, most_mib }) =>
    `${sheet === null ? 'the file' : `the sheet "${sheet}"`} spans ${format.count(rows)} rows and ${format.count(columns)} columns, more than ${format.count(most_mib)} MiB of text`,
  'packed-twice': () => 'it is packed more than twice',
  'zip-in-zip': () => 'it holds a zip in a zip',
  encrypted: () => 'it is encrypted',
  'encrypted-workbook': () => 'it is encrypted: save it without a password',
  'document-type': () => 'it declares a document type, which no workbook needs',
  'part-document-type': ({ part }) => `${partOf(part)} declares a document type, which no workbook needs`,
  'part-damaged': ({ part, by }) =>
    `${partOf(part)} is damaged: ${by === 'packing' ? 'it does not unpack' : 'its checksum is wrong'}`,
  'part-larger': ({ part }) => `${partOf(part)} is larger than the archive says`,
  'part-twice': ({ part }) => `${partOf(part)} is in it twice`,
  'part-packing': ({ part }) => `${partOf(part)} is packed in a way that is not read`,
  'part-misplaced': ({ part }) => `${partOf(part)} does not lie where the file says`,
  'part-overlaps': ({ part }) => `${partOf(part)} overlaps another`,
  'directory-missing': () => 'its table of contents is missing: the file was not copied completely',
  'directory-damaged': () => 'its table of contents is damaged',
  'directory-misplaced': () => 'its table of contents does not lie where the file says',
  'too-short': () => 'it is too short to be a workbook',
  'too-many-parts': ({ parts, most }) =>
    `it holds ${format.count(parts)} parts, more than the ${format.count(most)} that are read`,
  'sheets-missing': () => 'its list of sheets is missing',
  'too-many-texts': ({ most }) => `it holds more than ${format.count(most)} texts`,
  'json-line': ({ line }) => `line ${format.count(line)} of it is not JSON`,
  'json-too-large': ({ most_mib }) => `it is JSON of more than ${format.count(most_mib)} MiB`,
  'json-too-wide': ({ names, most }) =>
    `it has ${format.count(names)} different names, more than the ${format.count(most)} columns that are read`,
  'parquet-encrypted': () => 'it is an encrypted Parquet file',
  'too-many-rows': ({ rows, most }) =>
    `it holds ${format.count(rows)} rows, more than the ${format.count(most)} that are read`,
  'too-many-columns': ({ columns, most }) =>
    `it holds ${format.count(columns)} columns, more than the ${format.count(most)} that are read`,
  'sheet-too-wide': ({ sheet, most }) =>
    `the sheet "${sheet}" has values beyond column ${format.count(most)}`,
  'sheet-too-long': ({ sheet, most }) => `the sheet "${sheet}" has values beyond row ${format.count(most)}`,
  'row-beyond': ({ row, most }) =>
    `a sheet has a row ${format.count(row)}, more than the ${format.count(most)} of a workbook`,
  'cell-beyond': ({ most }) =>
    `a sheet has a cell beyond column ${format.count(most)}, the last of a workbook`,
};

export const readDamages: Wording<ReadDamages> = {
  'json-breaks-off': () => 'it breaks off before its end',
  'json-breaks-in': ({ line }) => `line ${format.count(line)} is not JSON`,
  other: ({ why }) => why,
};
