import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { root } from '../../scripts/run.mjs';
import type { SampleFile } from './files';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEADERS =
  'Order ID|Order date|Customer ID|Email|Product|Category|Quantity|Amount|Discount rate|Country|Postcode'.split(
    '|',
  );
const PRODUCTS = Array.from({ length: 400 }, (_, i) => `Product ${i} & Sons, size ${i % 7}`);
const CATEGORIES = ['Tea', 'Coffee', 'Cups', 'Books', 'Gifts'];
const COUNTRIES = ['Việt Nam', 'Deutschland', 'France', 'España', 'Österreich', 'United States'];
const CUSTOMERS = 60_000;
const ROWS_IN_PIECE = 5000;

const small = (name: string, type: string) =>
  `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

const PARTS: Record<string, string> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${small('xl/workbook.xml', 'sheet.main')}${small('xl/worksheets/sheet1.xml', 'worksheet')}${small('xl/styles.xml', 'styles')}${small('xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/** Every text once, as a spreadsheet keeps them. */
class Shared {
  readonly texts = new Map<string, number>();
  at(text: string): number {
    const found = this.texts.get(text) ?? this.texts.size;
    this.texts.set(text, found);
    return found;
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const column = (at: number) => String.fromCharCode(65 + at);

function rowXml(no: number, shared: Shared): string {
  const customer = (no * 7919) % CUSTOMERS;
  const order = Math.floor(no / 2);
  const text = (at: number, value: string) =>
    `<c r="${column(at)}${no + 1}" t="s"><v>${shared.at(value)}</v></c>`;
  const number = (at: number, value: number | string, style = 0) =>
    `<c r="${column(at)}${no + 1}"${style ? ` s="${style}"` : ''}><v>${value}</v></c>`;
  if (no === 0) return `<row r="1">${HEADERS.map((name, at) => text(at, name)).join('')}</row>`;
  return `<row r="${no + 1}">${text(0, `A${100_000 + order}`)}${number(1, (44_927 + (order % 1000) + ((order * 37) % 1440) / 1440).toFixed(6), 1)}${number(2, 10_000 + customer)}${text(3, `buyer${customer}@shop.example`)}${text(4, PRODUCTS[no % 400]!)}${text(5, CATEGORIES[no % 5]!)}${number(6, 1 + (no % 4))}${number(7, (5 + ((no * 31) % 20_000) / 100).toFixed(2))}${number(8, (no % 20) / 100, 2)}${text(9, COUNTRIES[no % 6]!)}${text(10, String(no % 100_000).padStart(5, '0'))}</row>`;
}

/** A workbook of so many rows in the system's temporary folder, made once for each version of this file; never held whole. */
export async function workbook(rows: number): Promise<SampleFile> {
  const version = createHash('sha256')
    .update(readFileSync(path.join(root, 'tests/bench/xlsx-file.ts')))
    .digest('hex')
    .slice(0, 12);
  const file = path.join(os.tmpdir(), `regulars-bench-${version}-${rows}.xlsx`);
  if (!existsSync(file)) {
    const part = `${file}.${process.pid}`;
    await write(part, rows);
    renameSync(part, file);
  }
  return { path: file, lines: rows, bytes: statSync(file).size };
}

/** Sizes stand before each part, as Excel writes them: not every reader finds those that follow it. */
async function write(file: string, rows: number): Promise<void> {
  const out = openSync(file, 'w');
  const directory: Buffer[] = [];
  let at = 0;
  const put = (bytes: Buffer) => {
    at += writeSync(out, bytes);
  };
  const add = async (name: string, pieces: Iterable<string>) => {
    let [sum, size] = [0, 0];
    const counted = function* () {
      for (const piece of pieces) {
        const bytes = Buffer.from(piece);
        sum = crc32(bytes, sum);
        size += bytes.length;
        yield bytes;
      }
    };
    const packed: Buffer[] = [];
    for await (const part of Readable.from(counted()).pipe(createDeflateRaw())) packed.push(part as Buffer);
    const data = Buffer.concat(packed);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(sum, 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(size, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), about, rest, Buffer.from(name));
    put(Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), data]));
  };
  for (const [name, xml] of Object.entries(PARTS)) await add(name, [xml]);
  const shared = new Shared();
  await add('xl/worksheets/sheet1.xml', sheetPieces(rows, shared));
  await add('xl/sharedStrings.xml', sharedPieces(shared));
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length / 4, 4);
  end.writeUInt16LE(directory.length / 4, 6);
  end.writeUInt32LE(all.length, 8);
  end.writeUInt32LE(at, 12);
  put(Buffer.concat([all, Buffer.from('PK\x05\x06'), end]));
  closeSync(out);
}

function* sheetPieces(rows: number, shared: Shared) {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:K${rows + 1}"/><sheetData>`;
  for (let from = 0; from <= rows; from += ROWS_IN_PIECE) {
    let piece = '';
    for (let no = from; no < Math.min(from + ROWS_IN_PIECE, rows + 1); no++) piece += rowXml(no, shared);
    yield piece;
  }
  yield '</sheetData></worksheet>';
}

function* sharedPieces({ texts }: Shared) {
  yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">`;
  const all = [...texts.keys()];
  for (let from = 0; from < all.length; from += ROWS_IN_PIECE)
    yield all
      .slice(from, from + ROWS_IN_PIECE)
      .map((text) => `<si><t>${escaped(text)}</t></si>`)
      .join('');
  yield '</sst>';
}
