import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../../src/ingest/detect-dialect';
import { parseDelimited } from '../../../src/ingest/parse-delimited';
import { sniffFormat } from '../../../src/ingest/sniff-format';
import { dataBytes, dataJson, dataPath, hasData } from './data-folder';

interface Entry {
  file: string;
  expected?: {
    rows?: number;
    cols?: number;
    cells_sha256?: string;
    objects?: Record<string, string>[];
    dialect?: Record<string, unknown>;
  };
}

const entries = hasData ? dataJson<{ entries: Entry[] }>('corpora/manifest.json').entries : [];
const of = (folder: string) => entries.filter(({ file }) => file.startsWith(`${folder}/`));

/** The file as we read it without being told anything: its problem, or the cells of its rows. */
function readCells(file: string): { problem: string | null; rows: string[][]; columns: string[] } {
  const bytes = dataBytes(`corpora/${file}`);
  const { format, encoding, bomBytes } = sniffFormat(bytes);
  if (format !== 'text') return { problem: format, rows: [], columns: [] };
  const text = new TextDecoder(encoding).decode(bytes.subarray(bomBytes));
  const detected = detectDialect(text, file);
  if (!detected.ok) return { problem: detected.error.code, rows: [], columns: [] };
  const { rows } = parseDelimited(text, detected.value.dialect);
  return { problem: null, rows, columns: detected.value.columns };
}

const hash = (rows: string[][]) => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

/** Blank rows out, missing cells at the end of a row filled in: what a table of columns makes of either side. */
function asTable(rows: string[][]): string[][] {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...filled.map((row) => row.length));
  return filled.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
}

describe.skipIf(!hasData)('csv-spectrum', () => {
  it.each(of('csv-spectrum').map((entry) => [entry.file, entry] as const))(
    '%s gives the expected objects',
    (file, entry) => {
      const [header = [], ...data] = readCells(file).rows;
      const objects = data.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
      expect(objects).toEqual(entry.expected?.objects);
    },
  );
});

describe.skipIf(!hasData)('Papa Parse samples', () => {
  it.each(of('papaparse').filter(({ expected }) => expected?.cells_sha256))(
    '$file has the expected cells',
    (entry) => {
      expect(hash(readCells(entry.file).rows)).toBe(entry.expected?.cells_sha256);
    },
  );

  interface Case {
    description: string;
    input: string;
    config?: { delimiter?: string; quoteChar?: string; escapeChar?: string } & Record<string, unknown>;
    expected: { data: string[][]; errors: unknown[] };
  }
  const plain = ['delimiter', 'quoteChar', 'escapeChar', 'newline'];
  const cases = hasData
    ? dataJson<{ CORE_PARSER_TESTS: Case[] }>('corpora/papaparse/cases.json').CORE_PARSER_TESTS.filter(
        ({ input, config = {}, expected }) =>
          typeof input === 'string' &&
          Object.keys(config).every((key) => plain.includes(key)) &&
          (config.delimiter ?? ',').length === 1 &&
          (config.newline === undefined || /^[\r\n]+$/.test(String(config.newline))) &&
          expected.errors.length === 0 &&
          expected.data.length > 0,
      )
    : [];

  it('are cut into the same cells wherever they are well-formed', () => {
    const differing: string[] = [];
    for (const { description, input, config = {}, expected } of cases) {
      const quote = config.quoteChar ?? '"';
      const dialect = {
        layout: 'delimited' as const,
        delimiter: config.delimiter ?? ',',
        quote,
        escape: config.escapeChar ?? quote,
        has_header: false,
        skip_lines: 0,
      };
      const withoutBlankLines = expected.data.filter((row) => row.length > 1 || row[0] !== '');
      const { rows } = parseDelimited(input, dialect);
      if (JSON.stringify(rows) !== JSON.stringify(withoutBlankLines)) differing.push(description);
    }
    expect(cases.length).toBeGreaterThanOrEqual(37);
    expect(differing).toEqual([]);
  });
});

/** Where our reading differs from Pollock's clean file, and why that is not a fault of ours. */
const POLLOCK_DIFFERENCES: Record<string, string> = {
  'file_escape_char_0x00.csv':
    'a quote inside quotes without any escape: no reading is consistent, a ragged-row problem',
  'file_quotation_char_0x27.csv': 'quoted by one character and escaped by another: a ragged-row problem',
  'file_header_only.csv': 'no rows: a header-only problem',
  'scottish_law_commission-2011-03-31-organogram-junior.csv': 'no rows: a header-only problem',
  'file_header_multirow_2.csv': 'headers of several rows are not joined',
  'file_header_multirow_3.csv': 'headers of several rows are not joined',
  'Note_4_Staff_costs_-_Average_number_of_persons_employed_13-14.csv':
    'headers of several rows are not joined',
  'Takakai2008-ch4.csv': 'headers of several rows are not joined',
  'business_expenses_apr_jun_14_peter_lewis.csv': 'headers of several rows are not joined',
  'permanent_secretary_and_director_general_expenses_and_hospitality_april_to_june_2012.csv':
    'headers of several rows are not joined',
  'file_multitable_same.csv': 'several tables in one file are read as one',
  'mos-oct-dec-2014.csv': 'several tables in one file are read as one',
  'row_extra_quote42_col0.csv': 'one broken row: its cells are kept, other rows are not touched',
  'row_less_sep_row28_col1.csv': 'one broken row: its cells are kept, other rows are not touched',
  'row_less_sep_row42_col1.csv': 'one broken row: its cells are kept, other rows are not touched',
  'row_more_sep_row0_col0.csv': 'an empty name more in the header: a column more',
  'row_more_sep_row14_col0.csv': 'one broken row: its cells are kept, other rows are not touched',
  'row_more_sep_row42_col0.csv': 'one broken row: its cells are kept, other rows are not touched',
  '2004-2016.csv': 'the clean file blanks the word "missing"',
  'Copy_of_2016-17_Q3_Final_V2.csv': 'the file is in a Korean encoding, which is not read',
  'PLA_6%Talc-1hz.csv': 'the clean file writes two single quotes for a double quote',
  'Wine_Cellar_Consumption_dataset_14-15.csv': 'the clean file has another apostrophe',
  'epcs-dwp-cmg-spend-july-2017.csv': 'the clean file trims the headers',
  'nati-clin-audi-bowe-canc-2017-tran-main-fiel-list.csv': 'a text without a table: it starts elsewhere',
};

describe.skipIf(!hasData)('Pollock files', () => {
  const files = of('pollock').filter(({ expected }) => expected?.cells_sha256);
  const clean = {
    layout: 'delimited',
    delimiter: ',',
    quote: '"',
    escape: '"',
    has_header: true,
    skip_lines: 0,
  } as const;

  it.each(files)('$file has the cells of its clean version, or a known difference', ({ file }) => {
    const { rows } = readCells(file);
    const text = readFileSync(dataPath(`corpora/${file.replace('/csv/', '/clean/')}`), 'utf8');
    const wanted = parseDelimited(text, clean).rows;
    // The clean version of some files without a header has made-up names.
    const isNamed = wanted[0]?.[0] === 'col_0';
    const agrees =
      JSON.stringify(asTable(rows)) === JSON.stringify(asTable(isNamed ? wanted.slice(1) : wanted));
    expect(agrees).toBe(POLLOCK_DIFFERENCES[path.basename(file)] === undefined);
  });
});

describe.skipIf(!hasData)('hostile text files', () => {
  it.each([
    ['hostile/dup_headers.csv', ['Order ID', 'Total', 'Total_2', 'total_3', 'Total_4']],
    ['hostile/sep_line.csv', ['order_id', 'amount']],
    ['hostile/nul_bytes.csv', ['order_id', 'amount']],
    ['hostile/utf16be_no_bom.csv', ['order_id', 'amount']],
  ])('%s has the columns %j', (file, columns) => {
    const read = readCells(file);
    expect(read.columns.map((name) => name)).toEqual(columns);
  });

  it('a tab-separated UTF-16 file with a mark keeps its names and amounts', () => {
    const { rows } = readCells('hostile/tsv_utf16le_bom.csv');
    expect(rows[0]).toHaveLength(3);
    expect(rows[1]?.join('|')).toMatch(/1\.250\.000/);
  });

  it.each([
    ['hostile/empty.csv', 'empty'],
    ['hostile/header_only.csv', 'header-only'],
    ['hostile/magic_only.parquet', 'parquet'],
    ['hostile/ndjson.json', 'not-a-table'],
    ['hostile/proto.json', 'not-a-table'],
  ])('%s is refused as %s', (file, problem) => {
    expect(readCells(file).problem).toBe(problem);
  });

  it('twenty thousand columns are read in under a second', () => {
    const start = performance.now();
    expect(readCells('hostile/cols_20000.csv').columns).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
