import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../workers/readers/budget';
import { inflateGzip } from '../../../workers/readers/gzip';
import { openSource } from '../../../workers/readers/open-source';
import { zipOf, type Part } from './zip-bytes';
import { outcomeTold } from '../../helpers/told';

const MIB = 1024 * 1024;
const text = (content: string) => new TextEncoder().encode(content);
const blobOf = (...bytes: Uint8Array[]) => new Blob(bytes as Uint8Array<ArrayBuffer>[]);

/** Open a file; what came of it, and how many bytes had been unpacked when the reader last said so. */
async function opened(bytes: Uint8Array, name: string) {
  let unpacked = 0;
  const result = outcomeTold(
    await openSource(blobOf(bytes), name, {}, null, (_, out) => void (unpacked = out)),
  );
  return { problem: result.ok ? null : result.error, tables: result.ok ? result.value : [], unpacked };
}

/** Four megabytes of plausible orders, of which a tenth are unlike all others: they pack to a thirtieth or so. */
const rows = Array.from({ length: 80_000 }, (_, i) => {
  const of = i % 10 === 0 ? i * 7919 : i % 50;
  return `${1_000_000 + of},2024-0${1 + (of % 9)}-1${of % 10},c${of % 65_537},${of % 997}.50,"Tea, black"`;
}).join('\n');
const BLOCK = text(`${rows}\n`);
const packedBlock = deflateRawSync(BLOCK, { finishFlush: constants.Z_FULL_FLUSH });
/** A stream that unpacks to so many such blocks, made without unpacking them. */
const packedTimes = (times: number): Buffer =>
  Buffer.concat([...Array.from({ length: times }, () => packedBlock), deflateRawSync(Buffer.alloc(0))]);
const TOO_MANY = Math.ceil((700 * MIB) / BLOCK.length);

const large: Part = {
  name: 'orders.csv',
  content: new Uint8Array(0),
  packed: packedTimes(TOO_MANY),
};
const gzipOf = (times: number, claimed = (times * BLOCK.length) % 2 ** 32): Buffer => {
  const end = Buffer.alloc(8);
  end.writeUInt32LE(claimed, 4);
  return Buffer.concat([gzipSync('').subarray(0, 10), packedTimes(times), end]);
};

describe('an archive is taken for what comes out of it', () => {
  it('a zip that says that it is too large is refused before it is unpacked', async () => {
    const zip = zipOf([{ ...large, claimedSize: TOO_MANY * BLOCK.length }]);
    const { problem, unpacked } = await opened(zip, 'export.zip');
    expect(problem).toMatchObject({
      code: 'archive-too-large',
      message: expect.stringMatching(/^export\.zip is not opened: unpacked it is 70\d MB, more than 600 MB/),
      next: expect.stringContaining('shorter period'),
    });
    expect(unpacked).toBe(0);
  });

  it('a zip that lies about its size is refused a few megabytes after its lie', async () => {
    const { problem, unpacked } = await opened(zipOf([{ ...large, claimedSize: 3 * MIB }]), 'export.zip');
    expect(problem).toMatchObject({
      code: 'archive-refused',
      message: expect.stringContaining('larger than the archive says'),
    });
    expect(unpacked).toBeLessThan(16 * MIB);
  });

  it('many members are counted together', async () => {
    const half = { ...large, claimedSize: 350 * MIB };
    const { problem, unpacked } = await opened(zipOf([half, { ...half, name: 'more.csv' }]), 'export.zip');
    expect([problem?.code, unpacked]).toEqual(['archive-too-large', 0]);
  });

  it('a gzip that says that it is too large is refused where its beginning says so too', async () => {
    const { problem, unpacked } = await opened(gzipOf(TOO_MANY), 'orders.csv.gz');
    expect(problem).toMatchObject({
      code: 'archive-too-large',
      message: expect.stringMatching(/unpacked it is 70\d MB/),
    });
    expect(unpacked).toBe(0);
  });

  it('a gzip that claims little is stopped where the budget ends', async () => {
    const budget = new Budget(10 * MIB);
    await expect(inflateGzip(blobOf(gzipOf(5, 10)), 'orders.csv.gz', budget)).rejects.toMatchObject({
      why: { id: 'unpacked-too-large', values: { bytes: null, most: 10 * MIB } },
    });
    expect(budget.spent).toBeLessThan(10 * MIB + 1e6);
  });

  it('a gzip that was cut off is damaged, whatever size its last bytes seem to claim', async () => {
    const cut = Buffer.concat([gzipOf(12).subarray(0, -2000), Buffer.from([0xff, 0xff, 0xff, 0xc0])]);
    expect((await opened(cut, 'orders.csv.gz')).problem?.code).toBe('damaged-gzip');
  });

  it.each([
    ['zip', zipSync({ 'orders.csv': new Uint8Array(60 * MIB) }, { level: 6 })],
    ['gz', new Uint8Array(gzipSync(Buffer.alloc(60 * MIB)))],
  ])('no table is packed to a two hundredth: a %s of zeros is refused', async (ending, bytes) => {
    const { problem, unpacked } = await opened(bytes, `orders.csv.${ending}`);
    expect(problem).toMatchObject({ code: 'archive-refused', message: expect.stringContaining('200 times') });
    expect(unpacked).toBeLessThan(16 * MIB);
  });

  it('honest exports of many megabytes are unpacked, and told how far they are', async () => {
    const gzip = gzipSync(Buffer.concat([BLOCK, BLOCK, BLOCK, BLOCK, BLOCK]));
    const { tables, unpacked } = await opened(gzip, 'orders.csv.gz');
    expect(tables[0]?.text.size).toBe(5 * BLOCK.length);
    expect(unpacked).toBeGreaterThan(3 * BLOCK.length);
    const zip = await opened(zipOf([{ name: 'orders.csv', content: BLOCK }]), 'export.zip');
    expect(zip.tables[0]?.text.size).toBe(BLOCK.length);
  });
});

describe('zip64', () => {
  const parts = [
    { name: '2023/orders.csv', content: text('a,b\n1,2\n') },
    { name: 'refunds.csv', content: text('c,d\n3,4\n') },
  ];

  it('is read like any other zip', async () => {
    const { problem, tables } = await opened(zipOf(parts, { zip64: true }), 'export.zip');
    expect(problem).toBeNull();
    expect(await Promise.all(tables.map(async ({ member, text }) => [member, await text.text()]))).toEqual([
      ['2023/orders.csv', 'a,b\n1,2\n'],
      ['refunds.csv', 'c,d\n3,4\n'],
    ]);
  });

  it('claims of more than can be are refused', async () => {
    const sized = (claimedSize: number) => zipOf([{ ...parts[0]!, claimedSize }], { zip64: true });
    expect((await opened(sized(2 ** 42), 'export.zip')).problem?.code).toBe('archive-too-large');
    const apart = zipOf([{ ...parts[0]!, claimedOffset: 2 ** 40 }], { zip64: true });
    expect((await opened(apart, 'export.zip')).problem?.code).toBe('archive-refused');
  });

  it('with too many parts is refused by their number', async () => {
    const { problem } = await opened(zipOf(parts, { zip64: true, claimedCount: 70_000 }), 'export.zip');
    expect(problem?.message).toContain('70,000 parts');
  });
});

describe('a damaged file is called by its name', () => {
  const parquet = Buffer.concat([
    Buffer.from('PAR1'),
    Buffer.alloc(200, 7),
    Buffer.from([90, 0, 0, 0]),
    Buffer.from('PAR1'),
  ]);
  const damaged: [string, Uint8Array, string, RegExp][] = [
    ['orders.parquet', parquet, 'parquet-damaged', /Parquet file is damaged/],
    ['cut.parquet', parquet.subarray(0, 100), 'parquet-damaged', /Parquet file is damaged/],
    [
      'orders.json',
      text('[{"order": 1, "total": 5}, {"order": 2, "to'),
      'json-damaged',
      /JSON file is damaged \(it breaks off/,
    ],
    [
      'lines.json',
      text('{"order": 1}\n{"order": 2}\n{"order" 3}\n'),
      'json-refused',
      /line 3 of it is not JSON/,
    ],
    [
      'orders.zip',
      zipOf([{ name: 'a.csv', content: text('a\n1\n') }]).subarray(0, -4),
      'archive-refused',
      /not copied completely/,
    ],
  ];
  it.each(damaged)('%s', async (name, bytes, code, message) => {
    const { problem } = await opened(bytes, name);
    expect(problem).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(`${problem?.message} ${problem?.next}`).not.toMatch(/workbook|spreadsheet/);
  });

  it('in a zip too', async () => {
    const { problem } = await opened(zipSync({ 'in/orders.parquet': parquet }), 'export.zip');
    expect(problem).toMatchObject({
      code: 'parquet-damaged',
      message: expect.stringMatching(/^export\.zip › in\/orders\.parquet cannot be read/),
    });
  });
});
