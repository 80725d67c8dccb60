import { expect, it } from 'vitest';
import { parseDelimited } from '../../src/ingest/dialect/parse-delimited';
import { dataJson, hasData } from '../unit/ingest/data-folder';
import { describeWithData } from '../helpers/data';

describeWithData('cases of Papa Parse', () => {
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
    // Papa Parse keeps the blanks and quotes of `A, "B" ,C`; like DuckDB, we take B.
    expect(differing).toEqual(['Quoted field with whitespace around quotes']);
  });
});
