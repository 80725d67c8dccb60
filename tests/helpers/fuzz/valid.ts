import { gzipSync, strToU8, zipSync } from 'fflate';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import os from 'node:os';
import { writeXlsx } from 'hucre/xlsx';
import * as xlsx from '@e965/xlsx';
import type { Random } from './random';
import { nativeDuckDB } from '../native';
import { shopOf } from '../thousand/truth';
import { writeShop } from '../thousand/write';

/** A file that can be read, and whether its text is what a mutation should know of. */
export interface ValidFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  isText: boolean;
}

const BOOKS = [
  ['ods', 'ods'],
  ['xlsx', 'xlsx'],
  ['xlsb', 'xlsb'],
  ['xls', 'biff8'],
  ['xls', 'biff5'],
  ['fods', 'fods'],
  ['xml', 'xlml'],
  ['slk', 'sylk'],
  ['dif', 'dif'],
  ['html', 'html'],
] as const;

/** Shops small enough that thousands of them are read in a minute. */
const SHOPS = 60;
const MOST_BYTES = 4000;

const inBytes = (data: ArrayBufferLike | Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(data as Uint8Array);

/** One or more valid files of each format that is read, all of known shops. `headers` are those of real exports. */
export async function validFiles(random: Random, headers: readonly string[][]): Promise<ValidFile[]> {
  const texts: ValidFile[] = [];
  for (let seed = 0; texts.length < SHOPS; seed++) {
    const { file } = writeShop(shopOf(seed));
    if (file.size <= MOST_BYTES)
      texts.push({ name: file.name, bytes: inBytes(await file.arrayBuffer()), isText: true });
  }
  const ofHeaders = headers.map((cells, at): ValidFile => {
    const row = () => cells.map(() => random.of(CELLS)).join(',');
    const lines = [cells.join(','), ...Array.from({ length: random.below(30) }, row)];
    return { name: `export-${at}.csv`, bytes: inBytes(strToU8(lines.join('\n'))), isText: true };
  });
  const rows = [
    ['Order ID', 'Order date', 'Customer ID', 'Email', 'Amount'],
    ...Array.from({ length: 25 }, rowOf),
  ];
  const sheet = xlsx.utils.aoa_to_sheet(rows);
  const books = BOOKS.map(([end, bookType]): ValidFile => {
    const book = {
      SheetNames: ['Orders', 'Notes'],
      Sheets: { Orders: sheet, Notes: xlsx.utils.aoa_to_sheet([['x']]) },
    };
    return {
      name: `shop.${end}`,
      bytes: inBytes(xlsx.write(book, { type: 'array', bookType }) as ArrayBuffer),
      isText: false,
    };
  });
  const typed = rows.map((cells, at) => (at === 0 ? cells : [...cells.slice(0, 4), at * 1.25]));
  const locked = { password: 'sesam', spinCount: 100 };
  const objects = rows
    .slice(1)
    .map((cells) => Object.fromEntries(cells.map((cell, at) => [rows[0]![at]!, cell])));
  const json = strToU8(
    JSON.stringify({ orders: objects.map((one) => ({ ...one, customer: { id: one.Email } })) }),
  );
  const lines = strToU8(objects.map((one) => JSON.stringify(one)).join('\n'));
  const packed: ValidFile[] = [
    {
      name: 'typed.xlsx',
      bytes: inBytes(await writeXlsx({ sheets: [{ name: 'A', rows: typed }] })),
      isText: false,
    },
    {
      name: 'locked.xlsx',
      bytes: inBytes(await writeXlsx({ sheets: [{ name: 'A', rows: typed }], encryption: locked })),
      isText: false,
    },
    { name: 'shop.json', bytes: inBytes(json), isText: true },
    { name: 'shop.ndjson', bytes: inBytes(lines), isText: true },
    { name: 'shop.json.gz', bytes: inBytes(gzipSync(json, { mtime: 0 })), isText: false },
    { name: 'shop.csv.gz', bytes: inBytes(gzipSync(texts[0]!.bytes, { mtime: 0 })), isText: false },
    {
      name: 'months.zip',
      bytes: inBytes(zipSync(Object.fromEntries(texts.slice(0, 3).map(({ name, bytes }) => [name, bytes])))),
      isText: false,
    },
    {
      name: 'book.zip',
      bytes: inBytes(zipSync({ 'in/shop.xlsx': books[1]!.bytes, 'read me.txt': strToU8('Orders of 2024') })),
      isText: false,
    },
    { name: 'shop.parquet', bytes: await parquetOf(rows), isText: false },
  ];
  return [...texts, ...ofHeaders, ...books, ...packed];
}

const rowOf = (_: unknown, at: number) => [
  `A${100 + at}`,
  `2024-0${1 + (at % 9)}-1${at % 9}`,
  `K${at % 7}`,
  at % 4 === 0 ? '' : `p${at % 7}@shop.example`,
  `${10 + at}.50`,
];

const CELLS = [
  '',
  '0',
  '1',
  '-3',
  '12.50',
  '"1,234.00"',
  '"1.234,00"',
  '$5',
  '(7.00)',
  '2024-01-31',
  '31/01/2024',
  '03/04/2024',
  '5 Jan 2024',
  '45322',
  'paid',
  'refunded',
  '#1001',
  'a@x.vn',
  '+84 901 234 567',
  '"a ""b"" c"',
  "='x",
  '1e308',
  'null',
  'Tổng cộng',
  '合计',
  '\u202f',
];

async function parquetOf(rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const native = await nativeDuckDB();
  const file = path.join(os.tmpdir(), `regulars-fuzz-${process.pid}.parquet`);
  const values = rows.slice(1).map((cells) => `(${cells.map((cell) => `'${cell}'`).join(', ')})`);
  const names = rows[0]!.map((name) => `"${name}"`).join(', ');
  await native.run(
    `copy (select * from (values ${values.join(', ')}) as t(${names})) to '${file}' (format parquet)`,
  );
  native.close();
  const bytes = inBytes(readFileSync(file));
  rmSync(file);
  return bytes;
}
