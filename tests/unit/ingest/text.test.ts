import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniffFormat, unreadableFormat } from '../../../src/ingest/dialect/sniff-format';
import { openSource } from '../../../workers/readers/open-source';
import { readText } from '../../../workers/readers/text';
import { problemOf } from '../../../src/i18n/say';
import { evidenceTold } from '../../helpers/told';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
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
    ['gzip', new Uint8Array(gzipSync('a,b')), { format: 'gzip' }],
    ['a PDF named .csv', bytes('%PDF-1.7\n%âãÏÓ'), { format: 'pdf' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), { format: 'image' }],
    [
      'an old workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      { format: 'compound' },
    ],
    ['nothing', new Uint8Array(0), { format: 'empty' }],
    [
      'bytes without a meaning',
      Uint8Array.from({ length: 600 }, (_, i) => (i * 7) % 256),
      { format: 'unknown-binary' },
    ],
  ])('%s is told by its bytes', (_, head, expected) => {
    expect(sniffFormat(head)).toMatchObject(expected);
  });

  it('UTF-8 cut inside a character is still UTF-8', () => {
    const whole = bytes('preis,中文,ü\n');
    for (let end = 1; end <= whole.length; end++)
      expect(sniffFormat(whole.subarray(0, end)).encoding).toBe('utf-8');
  });

  it('a stray NUL does not make UTF-16 of a plain text', () => {
    expect(sniffFormat(bytes('order_id,amount\n1,\u00002\n\u00003,4\n')).encoding).toBe('utf-8');
  });

  it('what cannot be read is said with file, reason and next step', () => {
    expect(problemOf(unreadableFormat('pdf', 'orders.csv'))).toMatchObject({
      code: 'unreadable-format',
      file: 'orders.csv',
      message: 'orders.csv cannot be read: it is named .csv, but its content is a PDF.',
    });
    for (const format of ['packed', 'pdf', 'image', 'unknown-binary', 'empty'] as const)
      expect(problemOf(unreadableFormat(format, 'x.bin')).next).toBeTruthy();
  });
});

/** Lines of exports in several languages, and their bytes as Python's encoders write them. */
const ENCODED: [string, string, string][] = [
  [
    'windows-1258',
    'mã đơn,khách hàng,tổng\n1001,Nguyễn Thị Hồng Đào,1.250.000\n1002,Trần Văn Đức ở Đà Nẵng,850.000\n1003,Lê Hoàng Việt,99.000\n',
    'bWHeIPD1bixraOFjaCBo4G5nLHT00m5nCjEwMDEsTmd1eerebiBUaGnyIEj0zG5nINDgbywxLjI1MC4wMDAKMTAwMixUcuLMbiBW424g0P3sYyD10iDQ4CBO495uZyw4NTAuMDAwCjEwMDMsTOogSG/gbmcgVmnq8nQsOTkuMDAwCg==',
  ],
  [
    'gb18030',
    '订单编号,客户姓名,金额,备注\n1001,张伟,1250,请在下午送到北京的公司\n1002,王芳,850,我们不要发票，谢谢\n',
    'tqm1pbHgusUsv827p9DVw/ssvfC27iyxuNeiCjEwMDEs1cXOsCwxMjUwLMfr1NrPws7ny821vbGxvqm1xLmry74KMTAwMizN9be8LDg1MCzO0sPHsrvSqreixrGjrNC70LsK',
  ],
  [
    'big5',
    '訂單編號,客戶姓名,金額,備註\n1001,陳大文,1250,請在下午送到台北市的公司\n1002,林小姐,850,我們不要發票，謝謝您\n',
    'rXGz5r1zuLksq8ik4altplcsqvfDQiyzxrX5CjEwMDEss6+kaqTlLDEyNTAsvdCmYqRVpMiwZajspXilX6WrqrqkvaVxCjEwMDIsqkykcKlqLDg1MCyn2q3MpKOtbrVvsryhQcHCwcKxego=',
  ],
  [
    'shift_jis',
    '注文番号,お客様名,金額,備考\n1001,山田太郎,1250,午後に東京の会社へ送ってください\n1002,佐藤花子,850,領収書は不要です。よろしくお願いします\n',
    'ko2VtpTUjYYsgqiLcZdslrwsi+CKeiyU9Y1sCjEwMDEsjlKTY5G+mFksMTI1MCyM34zjgsmTjIuegsyJ747QgtaRl4LBgsSCrYK+grOCogoxMDAyLI2yk6GJ1I5xLDg1MCyXzI77j5GCzZVzl3aCxYK3gUKC5oLrgrWCrYKoiuiCooK1gtyCtwo=',
  ],
  [
    'windows-1252',
    'Bestellnr;Kunde;Betrag;Bemerkung\n1001;Jürgen Müller;12,50 €;Größe „M“ – schön\n1002;José Peña;8,50 €;für Frau Weiß\n',
    'QmVzdGVsbG5yO0t1bmRlO0JldHJhZztCZW1lcmt1bmcKMTAwMTtK/HJnZW4gTfxsbGVyOzEyLDUwIIA7R3L232UghE2TIJYgc2No9m4KMTAwMjtKb3PpIFBl8WE7OCw1MCCAO2b8ciBGcmF1IFdlad8K',
  ],
];

describe('text as UTF-8', () => {
  const through = async (content: Uint8Array, wanted?: string) => {
    const { text, encoding } = await readText(blobOf(content), 'orders.csv', wanted);
    return { text: await text.text(), encoding };
  };

  it('a plain UTF-8 file is handed back, not copied', async () => {
    const file = blobOf(bytes('a,b\né,ü\n'));
    expect((await readText(file, 'orders.csv')).text).toBe(file);
  });

  it('marks are dropped, and UTF-16 is decoded with and without one', async () => {
    expect((await through(bytes('\ufeffa,é\n'))).text).toBe('a,é\n');
    expect((await through(bytes('\ufeffa\t中\n', 'utf16le'))).text).toBe('a\t中\n');
    expect((await through(bytes('order_id,amount\n1,2\n', 'utf16le'))).text).toBe('order_id,amount\n1,2\n');
  });

  it('a byte that is no UTF-8 is found anywhere in a file', async () => {
    const late = Uint8Array.from([
      ...bytes('order_id,name\n1,Anna\n'.repeat(60_000)),
      ...latin('2,M\xfcller\n3,Jos\xe9\n'),
    ]);
    const read = await through(late);
    expect(read.encoding).toBe('windows-1252');
    expect(read.text.endsWith('2,Müller\n3,José\n')).toBe(true);
  });

  it.each(ENCODED)('%s is told from the others by weighing the letters', async (encoding, text, base64) => {
    const content = new Uint8Array(Buffer.from(base64, 'base64'));
    expect(await through(content)).toEqual({ encoding, text });
  });

  it('letters stored in parts are put together, whatever chunk they fall into', async () => {
    const text = `${'x'.repeat(65_535)}e\u0301,Việt\n`.normalize('NFD');
    expect((await through(bytes(text))).text).toBe(text.normalize('NFC'));
  });

  it('control characters that were bytes of Windows-1252 become the marks they stood for', async () => {
    expect((await through(bytes('a,d\u0092Angludet \u0080 5\n'))).text).toBe('a,d’Angludet € 5\n');
  });

  it('what a person says about the encoding goes before what the bytes look like', async () => {
    expect((await through(latin('caf\xe9,5\n'), 'windows-1251')).text).toBe('cafй,5\n');
    await expect(readText(blobOf(latin('a,\xfc\n')), 'o.csv', 'utf-8')).rejects.toMatchObject({
      problem: { code: 'not-decodable', file: 'o.csv' },
    });
    await expect(readText(blobOf(latin('a\n')), 'o.csv', 'klingon')).rejects.toMatchObject({
      problem: { code: 'unknown-encoding' },
    });
  });
});

describe('files in gzip and zip', () => {
  const textsOf = async (content: Uint8Array, name = 'orders.csv.gz') => {
    const opened = await openSource(blobOf(content), name);
    if (!opened.ok) throw new Error(opened.error.code);
    return Promise.all(opened.value.map(async ({ member, text }) => [member, await text.text()]));
  };

  it('a gzip of several members is read to its end', async () => {
    const two = Buffer.concat([gzipSync('a,b\n1,2\n'), gzipSync('3,é\n')]);
    expect(await textsOf(two)).toEqual([[null, 'a,b\n1,2\n3,é\n']]);
  });

  it('a damaged gzip is named, also where only its second member is', async () => {
    const whole = gzipSync(Buffer.from('a,b\n'.repeat(20_000)));
    await expect(textsOf(whole.subarray(0, 60))).rejects.toThrow('damaged-gzip');
    const second = gzipSync('3,4\n');
    second[second.length - 6] = (second.at(-6) ?? 0) ^ 1;
    await expect(textsOf(Buffer.concat([gzipSync('a,b\n'), second]))).rejects.toThrow('damaged-gzip');
  });

  it('each file of a zip is a table by its path, and what holds none is named', async () => {
    const zip = zipSync({
      '2024/orders.csv': bytes('a,b\n1,2\n'),
      '__MACOSX/2024/._orders.csv': bytes('x'),
      'refunds.csv.gz': new Uint8Array(gzipSync('c,d\n')),
      'logo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10),
    });
    expect(await textsOf(zip, 'export.zip')).toEqual([
      ['2024/orders.csv', 'a,b\n1,2\n'],
      ['refunds.csv.gz', 'c,d\n'],
    ]);
    const opened = await openSource(blobOf(zip), 'export.zip');
    expect(opened.ok && evidenceTold(opened.value[0]!.evidence)).toContain(
      'Not read from the zip: logo.png.',
    );
  });

  it('a zip in a zip is not opened', async () => {
    const inner = zipSync({ 'orders.csv': bytes('a,b\n') });
    await expect(textsOf(zipSync({ 'inner.zip': inner }), 'export.zip')).rejects.toThrow('archive-refused');
  });

  it.each([
    ['a web page without a table', '<!DOCTYPE html><html><body>Sign in</body></html>', 'needs-old-readers'],
    ['some other XML', '<?xml version="1.0"?><rss><item/></rss>', 'not-a-table'],
  ])('%s is told apart', async (_, text, code) => {
    const opened = await openSource(blobOf(bytes(text)), 'orders.csv');
    expect(opened).toMatchObject({ ok: false, error: { code, file: 'orders.csv' } });
  });

  it('JSON is a table of its longest list, inner objects as columns of their own', async () => {
    const text = JSON.stringify({
      page: 1,
      data: {
        orders: [
          { id: 1, buyer: { name: 'Zoë' } },
          { id: 2, total: 9.5 },
        ],
      },
    });
    expect(await textsOf(bytes(text), 'orders.json')).toEqual([
      [null, 'id,buyer.name,total\n1,Zoë,\n2,,9.5\n'],
    ]);
  });
});
