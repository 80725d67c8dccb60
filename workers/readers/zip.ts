import { fault } from '../../src/domain/said/problems';
import type { Evidence } from '../../src/domain/said/evidence';
import type { Kind } from '../../src/domain/said/file-problems';
import type { ReadTable } from '../../src/engine/source-contract';
import { readOld, type Source } from './source';
import { OdsReader } from './ods';
import { Budget } from './budget';
import { readAs } from './failure';
import { ReadProblem, Refused, refused } from './refused';
import { tablesOfSheets } from './sheet-table';
import { unpackBlob } from './unpack';
import { readXlsx } from './xlsx';
import { partKey, scan, type Parts } from './xlsx-parts';
import { readDirectory, type ZipEntry } from './zip-directory';

/** A workbook is read past and never held: what comes out of it may not be more than a sheet of text. */
const MOST_OF_WORKBOOK = 512 << 20;

/** Members that hold no table: folders, and what operating systems leave in zips. */
const isTable = ({ name }: ZipEntry): boolean =>
  !/(^|[/\\])(__MACOSX[/\\]|\.|Thumbs\.db$|desktop\.ini$)|[/\\]$/i.test(name);

type ReadSource = (source: Source) => Promise<ReadTable[]>;

/** A workbook, or an archive whose files `readSource` reads one by one. */
export async function openZip(source: Source, readSource: ReadSource): Promise<ReadTable[]> {
  const kind: Kind = /\.(xls[xmb]?|ods|xlt[xm])$/i.test(source.name) ? 'workbook' : 'archive';
  const { zip, directory } = await readAs(kind, source.name, async () => {
    source.budget.claim(source.bytes.size);
    const zip = new Uint8Array(await source.bytes.arrayBuffer());
    return { zip, directory: readDirectory(zip) };
  });
  const entries = new Map(directory.toReversed().map((entry) => [partKey(entry.name), entry]));
  for (const entry of directory) entries.set(entry.name, entry);
  const parts: Parts = { zip, entries, budget: new Budget(MOST_OF_WORKBOOK, source.budget.onBytes) };
  const workbook = (read: () => Promise<ReadTable[]>) => readAs('workbook', source.name, read);
  if (entries.has('xl/workbook.bin'))
    return workbook(() => readOld(source, 'xlsb', { id: 'binary-workbook', values: {} }));
  if (entries.has('[content_types].xml')) {
    if (![...entries.keys()].some((name) => /workbook\d*\.xml$|worksheets?\//.test(name)))
      throw notAWorkbook(source);
    return workbook(async () =>
      tablesOfSheets(source, await readXlsx(parts), 'xlsx', { id: 'workbook', values: {} }),
    );
  }
  if (entries.has('content.xml') && entries.has('mimetype')) return workbook(() => readOds(source, parts));
  if (isNumbers(entries)) throw numbersFile(source);
  return readAs('archive', source.name, () => readMembers(source, zip, directory, readSource));
}

async function readOds(source: Source, parts: Parts): Promise<ReadTable[]> {
  const isEncrypted = { found: false };
  await scan(parts, 'META-INF/manifest.xml', {
    open: (name) => void (isEncrypted.found ||= name === 'encryption-data'),
    close: () => undefined,
    text: () => undefined,
  });
  if (isEncrypted.found) throw refused('encrypted-workbook', {});
  const reader = new OdsReader();
  await scan(parts, 'content.xml', reader);
  return tablesOfSheets(source, reader.tables, 'ods', { id: 'open-document', values: {} });
}

/** What of a member concerns the whole archive. */
const STOPS = /^(needs-password|archive-too-large)$/;

async function readMembers(
  source: Source,
  zip: Uint8Array,
  directory: ZipEntry[],
  readSource: ReadSource,
): Promise<ReadTable[]> {
  if (source.depth > 0) throw refused('zip-in-zip', {});
  const members = directory.filter(isTable);
  source.budget.claim(members.reduce((sum, { size }) => sum + size, 0));
  const tables: ReadTable[] = [];
  const passedOver: string[] = [];
  let first: unknown = null;
  for (const entry of members) {
    const bytes = await unpackBlob(zip, entry, source.budget);
    const inner = {
      ...source,
      bytes,
      name: `${source.name} › ${entry.name}`,
      member: entry.name,
      depth: source.depth + 1,
    };
    try {
      tables.push(...(await readSource(inner)));
    } catch (error) {
      if (!(error instanceof ReadProblem || error instanceof Refused)) throw error;
      if (error instanceof ReadProblem && (error.isDamage || STOPS.test(error.problem.code))) throw error;
      first ??= error;
      passedOver.push(entry.name);
    }
  }
  if (tables.length === 0 && first !== null) throw first;
  const seen: Evidence[] = [{ id: 'zip-of-files', values: { files: members.length } }];
  if (passedOver.length > 0) seen.push({ id: 'not-read', values: { members: passedOver } });
  return tables.map((table) => ({ ...table, evidence: [...seen, ...table.evidence] }));
}

/** Apple keeps a spreadsheet in a form of its own: `Index/*.iwa`, or an `Index.zip` of them. */
const isNumbers = (entries: ReadonlyMap<string, ZipEntry>): boolean =>
  [...entries.keys()].some((name) => /(^|\/)index(\/.*\.iwa|\.zip)$/i.test(name)) &&
  [...entries.keys()].some((name) => /\.iwa$|(^|\/)(metadata|data)\/|preview\.jpg$/i.test(name));

const numbersFile = ({ name }: Source) => new ReadProblem(fault('numbers-file', { name }, { file: name }));

const notAWorkbook = ({ name }: Source) => new ReadProblem(fault('not-a-workbook', { name }, { file: name }));
