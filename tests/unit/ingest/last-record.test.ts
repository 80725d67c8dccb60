import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../workers/engine/import/clean-text';
import { openSource } from '../../../workers/readers/open-source';
import { parseDelimited } from '../../../src/ingest/dialect/parse-delimited';

const DIALECT = {
  layout: 'delimited',
  delimiter: ',',
  quote: '"',
  escape: '"',
  has_header: true,
  skip_lines: 0,
} as const;
const LAST = '3,"Zoë, the last"';

/** The rows of a text as the engine is given them where it cannot read the text as it stands. */
async function cleaned(text: string): Promise<string[]> {
  const layout = { width: 2, headerRows: 1, firstLine: 1, sampleRows: [] };
  const clean = await cleanText(
    new Blob([text]),
    DIALECT,
    layout,
    new AbortController().signal,
    () => undefined,
  );
  expect(clean.ragged).toEqual([]);
  return (await clean.text.text()).split('\n').filter((line) => line !== '');
}

const ends: [string, string][] = [
  ['no line end', ''],
  ['a line end', '\n'],
  ['a return and a line end', '\r\n'],
  ['a lone return', '\r'],
];

describe('the last record of a text is read', () => {
  it.each(ends)('where the engine needs the text rewritten and it ends with %s', async (_, end) => {
    expect(await cleaned(`id,name\n1,"a"b"\n2,c\n${LAST}${end}`)).toEqual(['1,"a""b"', '2,c', LAST]);
  });

  it.each(ends)('after thousands of others, with %s', async (_, end) => {
    const rows = Array.from({ length: 12_345 }, (_row, i) => `${i},x`);
    const found = await cleaned(`id,name\n${rows.join('\n')}\n${LAST}${end}`);
    expect([found.length, found.at(-1)]).toEqual([12_346, LAST]);
  });

  it('where it is one letter', async () => {
    expect(await cleaned('id,name\n1,a\n2,b\n3,')).toEqual(['1,a', '2,b', '3,']);
    expect(await cleaned('id,name\n1,a\n2,b\n,c')).toEqual(['1,a', '2,b', ',c']);
  });

  const text = `id,name\n1,a\n2,b\n${LAST}`;
  const encoded: [string, Uint8Array][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with accents in parts', Buffer.from(text.normalize('NFD'))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['a gzip', gzipSync(text)],
  ];
  it.each(encoded)('in %s', async (_, bytes) => {
    const opened = await openSource(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'orders.csv');
    const [table] = opened.ok ? opened.value : [];
    expect((await table?.text.text())?.replace('\ufeff', '').split('\n').at(-1)).toBe(LAST);
  });

  it.each(ends)('by the reader of samples, with %s', (_, end) => {
    expect(parseDelimited(`id,name\n1,a\n${LAST}${end}`, DIALECT).rows.at(-1)).toEqual([
      '3',
      'Zoë, the last',
    ]);
  });
});
