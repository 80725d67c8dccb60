import { existsSync, readFileSync } from 'node:fs';
import { dataFile } from '../helpers/data';

export interface ExpectedSheet {
  name: string;
  state: string;
  rows: number;
  cols: number;
  non_empty_cells: number;
  first_rows: unknown[][];
}

export interface Entry {
  file: string;
  bytes: number;
  expected_file?: string;
  expected?: {
    rows?: number;
    cols?: number;
    cells_sha256?: string;
    clean_file_encoding?: string;
    objects?: Record<string, string>[];
    sheets?: ExpectedSheet[];
    reader_error?: string;
    top_level_columns?: string[];
    expect?: string;
    sqllogictests?: { sql: string; types?: string; result?: string[] }[];
  };
}

const manifest = dataFile('corpora', 'manifest.json');

/** Every file of the corpora and what they say about it; empty where the data folder is absent. */
export const entries: Entry[] = existsSync(manifest)
  ? (JSON.parse(readFileSync(manifest, 'utf8')) as { entries: Entry[] }).entries
  : [];

export const corpusOf = ({ file }: Entry): string => file.split('/')[0] ?? '';
export const bytesOf = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(dataFile('corpora', file)));
