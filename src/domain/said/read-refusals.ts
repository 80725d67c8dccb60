import type { Nothing, Said } from './said';

/** What stands in the way of reading a file that is whole: the end of "orders.xlsx is not opened: …". */
export interface ReadRefusals {
  /** `bytes` is null where reading stopped at the limit. Only the limit of the page is named as one. */
  'unpacked-too-large': { bytes: number | null; most: number; is_page_limit: boolean };
  /** Of a part, or of the whole file where it is null. */
  'packed-too-tightly': { part: string | null; times: number };
  'table-too-large': { sheet: string | null; rows: number; columns: number; most_mib: number };
  'packed-twice': Nothing;
  'zip-in-zip': Nothing;
  encrypted: Nothing;
  'encrypted-workbook': Nothing;
  'document-type': Nothing;
  'part-document-type': { part: string };
  'part-damaged': { part: string; by: 'packing' | 'checksum' };
  'part-larger': { part: string };
  'part-twice': { part: string };
  'part-packing': { part: string };
  'part-misplaced': { part: string };
  'part-overlaps': { part: string };
  'directory-missing': Nothing;
  'directory-damaged': Nothing;
  'directory-misplaced': Nothing;
  'too-short': Nothing;
  'too-many-parts': { parts: number; most: number };
  'sheets-missing': Nothing;
  'too-many-texts': { most: number };
  'json-line': { line: number };
  'json-too-large': { most_mib: number };
  'json-too-wide': { names: number; most: number };
  'parquet-encrypted': Nothing;
  'too-many-rows': { rows: number; most: number };
  'too-many-columns': { columns: number; most: number };
  'sheet-too-wide': { sheet: string; most: number };
  'sheet-too-long': { sheet: string; most: number };
  'row-beyond': { row: number; most: number };
  'cell-beyond': { most: number };
}
export type ReadRefusal = Said<ReadRefusals>;

/** What is wrong with a damaged file. `other` is told by the reader of others, in its own words. */
export interface ReadDamages {
  'json-breaks-off': Nothing;
  'json-breaks-in': { line: number };
  other: { why: string };
}
export type ReadDamage = Said<ReadDamages>;
