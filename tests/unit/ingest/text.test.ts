import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankAlignedToTabs, splitBlankAligned } from '../../../src/ingest/blank-aligned';
import { sniffFormat, unreadableFormat } from '../../../src/ingest/sniff-format';
import { inflateHead, isUtf8, toUtf8Blob, type TextFormat } from '../../../workers/readers/text';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const never = new AbortController().signal;
const plain: TextFormat = { gzip: false, encoding: 'utf-8', bomBytes: 0, blankAligned: false };
const blobOf = (content: Uint8Array) => new Blob([content as Uint8Array<ArrayBuffer>]);

describe('what a file is', () => {
  it.each<[string, Uint8Array, object]>([
    ['UTF-8', bytes('a,b\né,ü\n'), { format: 'text', encoding: 'utf-8', bomBytes: 0 }],
    ['UTF-8 with a mark', bytes('\ufeffa,b\n'), { format: 'text', encoding: 'utf-8', bomBytes: 3 }],
    [
      'UTF-16 with a mark',
      bytes('\ufeffa\tb\n', 'utf16le'),
      { format: 'text', encoding: 'utf-16le', bomBytes: 2 },
    ],
    [
      'UTF-16 without a mark',
      bytes('order_id,amount\n1,2\n', 'utf16le'),
      { encoding: 'utf-16le', bomBytes: 0 },
    ],
    ['Windows-1252', latin('name,preis\nM\xfcller,5\xa4\n'), { format: 'text', encoding: 'windows-1252' }],
    ['gzip', new Uint8Array(gzipSync('a,b')), { format: 'gzip' }],
    ['a PDF named .csv', bytes('%PDF-1.7\n%âãÏÓ'), { format: 'pdf' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), { format: 'image' }],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), { format: 'xls' }],
    ['nothing', new Uint8Array(0), { format: 'empty' }],
    [
      'bytes without a meaning',
      Uint8Array.from({ length: 600 }, (_, i) => (i * 7) % 256),
      { format: 'unknown-binary' },
    ],
  ])('%s is told by its bytes', (_, head, expected) => {
    expect(sniffFormat(head, 'orders.csv')).toMatchObject(expected);
  });

  it('UTF-8 cut inside a character is still UTF-8', () => {
    const whole = bytes('preis,中文,ü\n');
    for (let end = 1; end <= whole.length; end++)
      expect(sniffFormat(whole.subarray(0, end), 'a.csv').encoding).toBe('utf-8');
  });

  it('a stray NUL does not make UTF-16 of a plain text', () => {
    expect(sniffFormat(bytes('order_id,amount\n1,\u00002\n\u00003,4\n'), 'a.csv').encoding).toBe('utf-8');
  });

  it('what cannot be read is said with file, reason and next step', () => {
    expect(unreadableFormat('pdf', 'orders.csv')).toMatchObject({
      code: 'unreadable-format',
      file: 'orders.csv',
      message: 'orders.csv cannot be read: it is named .csv, but its content is a PDF.',
    });
    for (const format of ['xls', 'ods', 'zip', 'parquet', 'image', 'unknown-binary', 'empty'] as const)
      expect(unreadableFormat(format, 'x.bin').next).toBeTruthy();
  });
});

describe('text as UTF-8', () => {
  const through = async (content: Uint8Array, format: Partial<TextFormat>) =>
    (await toUtf8Blob(blobOf(content), { ...plain, ...format }, never, () => undefined)).text();

  it('a plain UTF-8 file is handed back, not copied', async () => {
    const file = blobOf(bytes('a,b\n'));
    expect(await toUtf8Blob(file, plain, never, () => undefined)).toBe(file);
  });

  it('marks are dropped and other encodings decoded, gzip or not', async () => {
    expect(await through(bytes('\ufeffa,é\n'), { bomBytes: 3 })).toBe('a,é\n');
    expect(await through(bytes('\ufeffa\t中\n', 'utf16le'), { encoding: 'utf-16le', bomBytes: 2 })).toBe(
      'a\t中\n',
    );
    expect(await through(latin('M\xfcller;5\x80\n'), { encoding: 'windows-1252' })).toBe('Müller;5€\n');
    expect(await through(new Uint8Array(gzipSync('a,é\n')), { gzip: true })).toBe('a,é\n');
    expect(await through(new Uint8Array(gzipSync('\ufeffa,é\n')), { gzip: true, bomBytes: 3 })).toBe('a,é\n');
  });

  it('blank-aligned lines become tab-separated ones, line for line', async () => {
    expect(await through(bytes(' 1  2\r\n\r\n 3   4\r\n'), { blankAligned: true })).toBe('1\t2\n\n3\t4\n');
  });

  it('progress counts the bytes of the file, up to its size', async () => {
    const content = new Uint8Array(gzipSync(Buffer.from('a,b\n'.repeat(200_000))));
    const seen: number[] = [];
    const file = blobOf(content);
    await toUtf8Blob(file, { ...plain, gzip: true }, never, (done) => seen.push(done));
    expect(seen.at(-1)).toBe(file.size);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('stops when aborted', async () => {
    const controller = new AbortController();
    const file = blobOf(new Uint8Array(8_000_000).fill(97));
    const reading = toUtf8Blob(file, { ...plain, encoding: 'windows-1252' }, controller.signal, () =>
      controller.abort(),
    );
    await expect(reading).rejects.toThrow(/abort/i);
  });

  it('a damaged gzip and bytes of another encoding are named, never passed on', async () => {
    const cut = new Uint8Array(gzipSync(Buffer.from('a,b\n'.repeat(20_000)))).subarray(0, 60);
    await expect(through(cut, { gzip: true })).rejects.toMatchObject({ code: 'damaged-gzip' });
    await expect(through(latin('a,\xfc\n'), { blankAligned: true })).rejects.toMatchObject({
      code: 'not-decodable',
    });
  });

  it('a byte that is no UTF-8 is found anywhere in a file', async () => {
    const good = bytes(`${'a,é\n'.repeat(100_000)}`);
    expect(await isUtf8(blobOf(good), never)).toBe(true);
    const bad = Uint8Array.from([...good, 0xfc, 0x0a]);
    expect(await isUtf8(blobOf(bad), never)).toBe(false);
  });

  it('the head of a gzip file is inflated without reading the rest', async () => {
    const file = blobOf(new Uint8Array(gzipSync(Buffer.from('order_id,amount\n'.repeat(10_000)))));
    const head = await inflateHead(file, 20);
    expect(new TextDecoder().decode(head)).toBe('order_id,amount\norde');
  });
});

const streamOf = (chunks: string[]): ReadableStream<string> =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

describe('blank-aligned text', () => {
  it('gives the same lines however the stream is cut', async () => {
    const line = fc
      .array(fc.constantFrom('00001', '19970101', '1', '11.77'), { maxLength: 4 })
      .map((cells) => ` ${cells.join('  ')}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 7 }),
        async (lines, end, size) => {
          const text = lines.map((content) => content + end).join('');
          const chunks = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
          const stream = streamOf(chunks).pipeThrough(
            blankAlignedToTabs(),
          ) as unknown as AsyncIterable<string>;
          let out = '';
          for await (const chunk of stream) out += chunk;
          expect(out).toBe(lines.map((content) => `${splitBlankAligned(content).join('\t')}\n`).join(''));
        },
      ),
    );
  });
});
