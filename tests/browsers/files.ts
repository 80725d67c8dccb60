import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { bad, orders, workbook, type Upload } from '../e2e/files';
import { nativeDuckDB } from '../helpers/native';
import type { GivenFile } from './tab';

const given = ({ name, buffer }: Upload): GivenFile => ({ name, bytes: buffer });
const text = (name: string, content: string): GivenFile => ({ name, bytes: Buffer.from(content) });

export const csv = (): GivenFile => given(orders());
export const xlsx = async (): Promise<GivenFile> => given(await workbook());

/** The orders of `csv` as DuckDB itself writes them, packed by Snappy as most such files are. */
export async function parquet(): Promise<GivenFile> {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-parquet-'));
  const native = await nativeDuckDB();
  const file = path.join(folder, 'orders.parquet');
  try {
    await native.run(
      `copy (select date '2024-01-01' + i::int as order_date, 'A' || i as order_id, 'C' || i % 20 as customer_id,
         (10 + i)::decimal(10, 2) as amount from range(80) as t (i)) to '${file}' (format parquet, codec snappy)`,
    );
    return { name: 'orders.parquet', bytes: readFileSync(file) };
  } finally {
    native.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** So many lines that reading them takes a browser seconds. */
export const large = (lines: number): string =>
  `Order date,Order ID,Customer ID,Amount\n${Array.from(
    { length: lines },
    (_, i) => `2024-0${1 + (i % 9)}-1${i % 9},A${i},C${i % 5003},${10 + (i % 90)}.50`,
  ).join('\n')}\n`;

export const ragged = (): GivenFile => given(bad.ragged);

/** Files of many kinds that hold no orders which could be read. */
export async function badFiles(): Promise<GivenFile[]> {
  const book = (await workbook()).buffer;
  const table = (await parquet()).bytes;
  const packed = gzipSync(orders().buffer);
  return [
    given(bad.empty),
    given(bad.headerOnly),
    given(bad.pdf),
    given(bad.ragged),
    { name: 'cut.xlsx', bytes: book.subarray(0, book.length >> 1) },
    { name: 'cut.parquet', bytes: table.subarray(0, table.length >> 1) },
    { name: 'cut.csv.gz', bytes: packed.subarray(0, packed.length >> 1) },
    { name: 'letter.docx', bytes: zipSync({ '[Content_Types].xml': Buffer.from('<Types/>') }) },
    { name: 'nothing.zip', bytes: zipSync({}) },
    text('page.html', '<!doctype html><html><body><p>Sign in</p></body></html>'),
    { name: 'picture.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') },
    { name: 'old.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
  ];
}
