import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
} from 'hyparquet';
import {
  decompressBrotli,
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressZstd,
} from 'hyparquet-compressors';
import { CsvParts } from './csv-parts';
import { refused } from './refused';
import type { SheetTable } from './sheet-table';
import { valueText } from './value-text';

const MOST_ROWS = 20_000_000;
const MOST_COLUMNS = 16_384;

/**
 * All codecs but Snappy, which hyparquet itself reads. The package's own list compiles WebAssembly for Snappy as soon as it
 * is imported, and WebKit compiles that behind what it optimises of the engine: every file would wait for half a minute.
 */
const compressors: Compressors = {
  BROTLI: decompressBrotli,
  GZIP: decompressGzip,
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
  ZSTD: (input) => decompressZstd(input),
};

/** The rows of a Parquet file, one group of rows at a time. Throws `Refused`. */
export async function readParquet(file: Blob): Promise<SheetTable> {
  const buffer: AsyncBuffer = {
    byteLength: file.size,
    slice: (from, to) => file.slice(from, to).arrayBuffer(),
  };
  const tail = new Uint8Array(await file.slice(-4).arrayBuffer());
  if (String.fromCharCode(...tail) === 'PARE') throw refused('parquet-encrypted', {});
  const metadata = await parquetMetadataAsync(buffer);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rows = Number(metadata.num_rows);
  if (rows > MOST_ROWS) throw refused('too-many-rows', { rows, most: MOST_ROWS });
  if (names.length > MOST_COLUMNS)
    throw refused('too-many-columns', { columns: names.length, most: MOST_COLUMNS });
  const csv = new CsvParts(null, true);
  csv.add(0, names);
  let from = 0;
  for (const group of metadata.row_groups) {
    const size = Number(group.num_rows);
    const columns: unknown[][] = [];
    // One column after another: of several at once, a damaged one would leave the others' failures unheard.
    for (const name of names) columns.push(await columnOf(buffer, metadata, name, from, size));
    for (let row = 0; row < size; row++)
      csv.add(
        from + row + 1,
        columns.map((column) => valueText(column[row])),
      );
    from += size;
  }
  return { name: '', hidden: false, rows: csv.rows, columns: csv.columns, errors: 0, text: csv.blob() };
}

async function columnOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  name: string,
  rowStart: number,
  size: number,
): Promise<unknown[]> {
  let values: unknown[] = [];
  await parquetRead({
    file,
    metadata,
    compressors,
    columns: [name],
    rowStart,
    rowEnd: rowStart + size,
    onComplete: (rows: unknown[][]) => void (values = rows.map((row) => row[0])),
  });
  return values;
}
