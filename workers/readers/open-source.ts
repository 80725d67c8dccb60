import { fail, ok, type Outcome } from '../../src/domain/outcome';
import { fault, type Fault } from '../../src/domain/said/problems';
import type { ReadOptions, ReadTable } from '../../src/engine/source-contract';
import { sniffFormat, unreadableFormat } from '../../src/ingest/dialect/sniff-format';
import { Budget } from './budget';
import { openCompound } from './compound';
import { problemOf, readAs } from './failure';
import { inflateGzip } from './gzip';
import { looksLikeJson, readJson } from './json';
import { OdsReader } from './ods';
import { readParquet } from './parquet';
import { NeedsOldReaders, ReadProblem, refused } from './refused';
import { tablesOfSheets, type OldReader } from './sheet-table';
import { readOld, type Source } from './source';
import { readText } from './text';
import { XmlScanner } from './xml-scanner';
import { openZip } from './zip';

const HEAD_BYTES = 1 << 20;

type OnShare = (share: number, unpacked: number) => void;

/**
 * One dropped file → its tables as UTF-8 text. Failures are values: `empty-file`, `unreadable-format`,
 * `workbook-refused` (a wall of the reader), `workbook-damaged` and the like of an archive, Parquet and JSON,
 * `archive-too-large`, `damaged-gzip`, `not-a-table`, `needs-password`, `not-decodable`.
 * `needs-old-readers` asks to be called again where `old` is given.
 */
export async function openSource(
  file: Blob,
  name: string,
  options: ReadOptions = {},
  old: OldReader | null = null,
  onShare?: OnShare,
): Promise<Outcome<ReadTable[], Fault>> {
  try {
    const tables = await readSource({
      bytes: file,
      name,
      member: null,
      depth: 0,
      options,
      old,
      budget: counted(file.size, onShare),
    });
    return tables.length > 0
      ? ok(tables)
      : fail(fault('empty-file', { name, without: 'table' }, { file: name }));
  } catch (error) {
    return fail(asProblem(error, name));
  }
}

function asProblem(error: unknown, name: string): Fault {
  if (error instanceof ReadProblem) return error.problem;
  if (error instanceof NeedsOldReaders) return fault('needs-old-readers', { name }, { file: name });
  return problemOf('workbook', name, error);
}

/** Unpacked bytes after which the page hears of them. */
const TOLD_EACH = 4 << 20;

/** Tells the page how far a packed file is, and what has come out of it, a hundredth or a few megabytes at a time. */
function counted(size: number, onShare: OnShare | undefined): Budget {
  const told = { share: 0, unpacked: 0 };
  return new Budget(undefined, (packed, unpacked) => {
    const share = Math.min(1, packed / size);
    if (share < told.share + 0.01 && unpacked < told.unpacked + TOLD_EACH) return;
    Object.assign(told, { share, unpacked });
    onShare?.(share, unpacked);
  });
}

/** The tables of a source; throws `Refused`, `ReadProblem`, `NeedsOldReaders`, or whatever a damaged file makes a reader throw. */
export async function readSource(source: Source): Promise<ReadTable[]> {
  const { bytes, name } = source;
  const head = new Uint8Array(await bytes.slice(0, HEAD_BYTES).arrayBuffer());
  const { format, evidence } = sniffFormat(head);
  switch (format) {
    case 'text':
      return readAnyText(source);
    case 'zip':
      return openZip(source, readSource);
    case 'gzip': {
      const inflated = await readAs('archive', name, () => {
        if (source.depth > 1) throw refused('packed-twice', {});
        return inflateGzip(bytes, name, source.budget);
      });
      const inner = await readSource({ ...source, bytes: inflated, depth: source.depth + 1 });
      return inner.map((table) => ({
        ...table,
        evidence: [{ id: 'gzip', values: {} }, ...table.evidence],
      }));
    }
    case 'compound':
      return openCompound(source);
    case 'old_spreadsheet':
      return readOld(source, 'xls', evidence);
    case 'parquet':
      return readAs('parquet', name, async () =>
        tablesOfSheets(source, [await readParquet(bytes)], 'parquet', evidence),
      );
    default:
      throw new ReadProblem(unreadableFormat(format, name));
  }
}

const MARKUP =
  /^\s*<(\?xml|!doctype|html|head|body|table|style|meta|div|center|script|workbook|office:|\w+[\s>])/i;

async function readAnyText(source: Source): Promise<ReadTable[]> {
  const { bytes, name, member, options } = source;
  const read = await readText(bytes, name, options.encoding);
  const start = (await read.text.slice(0, 64 << 10).text()).replace(/^\ufeff/, '');
  if (looksLikeJson(start)) {
    const json = await readAs('json', name, async () => {
      const table = readJson(await read.text.text());
      return table && tablesOfSheets(source, [table], 'json', { id: 'json', values: {} });
    });
    if (json) return json;
  }
  if (MARKUP.test(start)) return readMarkup({ ...source, bytes: read.text }, start);
  const { text, encoding, evidence } = read;
  return [{ member, sheet: null, hidden: false, format: 'text', text, dialect: null, encoding, evidence }];
}

async function readMarkup(source: Source, start: string): Promise<ReadTable[]> {
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start) && /<(\w+:)?workbook[\s>]/i.test(start))
    return readOld(withoutDocumentType(source, start), 'xml', { id: 'xml-workbook', values: {} });
  if (/<office:document[\s>]/.test(start)) {
    const reader = new OdsReader();
    withoutDocumentType(source, start);
    new XmlScanner(reader).write(await source.bytes.text());
    return tablesOfSheets(source, reader.tables, 'ods', { id: 'xml-spreadsheet', values: {} });
  }
  if (/<(!doctype html|html|table|head|body)[\s>]/i.test(start))
    return readOld(source, 'html', { id: 'web-page', values: {} });
  const { name } = source;
  throw new ReadProblem(fault('markup-without-table', { name }, { code: 'not-a-table', file: name }));
}

function withoutDocumentType(source: Source, start: string): Source {
  if (/<!(DOCTYPE|ENTITY)/i.test(start)) throw refused('document-type', {});
  return source;
}
