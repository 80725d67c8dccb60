import type { Nothing, Said } from './said';

/** What the bytes of a file look like. */
export type Signature =
  | 'gzip'
  | 'zip'
  | 'empty-zip'
  | 'parquet'
  | 'encrypted-parquet'
  | 'pdf'
  | 'compound'
  | 'excel-2'
  | 'excel-3'
  | 'excel-4'
  | 'excel-5'
  | 'lotus-or-works'
  | 'lotus'
  | 'works'
  | 'sylk'
  | 'dif'
  | 'bzip2'
  | 'zstd'
  | '7-zip'
  | 'rar'
  | 'xz'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'riff';

/** What a reader saw of a file, and did. */
export interface ReadEvidence {
  'no-bytes': Nothing;
  signature: { is: Signature };
  'not-text': Nothing;
  'byte-order-mark': { encoding: string };
  'utf-16-zeros': { place: 'first' | 'second' };
  'valid-utf-8': Nothing;
  'money-signs': Nothing;
  'known-words': { encoding: string };
  'looks-like': { encoding: string; confidence: number };
  'western-by-default': Nothing;
  'encoding-chosen': { encoding: string };
  'letters-mended': Nothing;
  'no-encoding': { encoding: string };
  gzip: Nothing;
  'zip-of-files': { files: number };
  'not-read': { members: string[] };
  json: Nothing;
  'xml-workbook': Nothing;
  'xml-spreadsheet': Nothing;
  'web-page': Nothing;
  'binary-workbook': Nothing;
  workbook: Nothing;
  'open-document': Nothing;
  'old-workbook': Nothing;
  'encrypted-workbook': Nothing;
  'cells-with-errors': { cells: number };
  'hidden-rows': { rows: number };
  'unsolved-formulas': { cells: number };
}

/** How a text was cut into cells, and why. */
export interface CutEvidence {
  'separator-named': { delimiter: string };
  'one-column': Nothing;
  /** Null where columns are aligned with blanks. */
  separated: { delimiter: string | null; rows: number; of: number; columns: number };
  'lines-above': { lines: number };
  'rows-short': { rows: number };
  'rows-long': { rows: number };
  'rows-mended': { rows: number; first_line: number | null };
  'header-rows': { rows: number };
  'header-short': { unnamed: number | null };
  'header-said': { has_header: boolean };
  'header-of-months': Nothing;
  'header-empty': Nothing;
  'header-alone': Nothing;
  'values-alone': Nothing;
  'header-of-values': Nothing;
  'header-differs': { differs: number; of: number };
  'header-known': { names: number };
  'header-of-texts': Nothing;
  'header-like-rows': Nothing;
}

/** What was seen of a file, as the mapping page lists it. */
export interface Evidences extends ReadEvidence, CutEvidence {
  /** Of one table among several. */
  'of-table': { table: string; evidence: Said<Evidences> };
}
export type Evidence = Said<Evidences>;
