import type { Choices } from '../../../src/domain/choices';
import type { SourceTable } from '../../../src/engine/source-contract';
import type { EngineHost } from '../host/host';
import { hashOf } from './hash';
import { openTables } from './open-tables';
import type { Shop } from '../shop';

const never = new AbortController().signal;

/** The tables of one import, read and joined in a database of that name, which stands only where this succeeds. */
export async function importShop(
  signal: AbortSignal,
  host: EngineHost,
  name: string,
  tables: readonly SourceTable[],
  choices: Choices,
): Promise<Shop> {
  const { database } = host;
  const bytes = tables.reduce((sum, { text }) => sum + text.size, 0);
  const isCompressed = bytes > host.compressAbove;
  await database.run(never, `attach ':memory:' as ${name}${isCompressed ? ' (compress)' : ''}`);
  await database.run(never, `use ${name}`);
  try {
    host.during('reading', bytes, 'bytes');
    const found = await openTables(signal, database, tables, choices, (done, total) =>
      host.onProgress({ stage: 'decoding', share: done / total, done, total, unit: 'bytes' }),
    );
    host.during('looking', null, null);
    const files = [...new Set(tables.map(({ file }) => file))].map((file) => ({
      name: file.name,
      bytes: file.size,
      sha256: hashOf(file),
    }));
    const main =
      found.tables.find(({ role }) => role === 'lines') ?? found.tables.find(({ role }) => role === 'orders');
    const file = files.find((one) => one.name === main?.name) ?? files[0]!;
    return {
      ...found,
      database: name,
      isCompressed,
      isInUse: false,
      file: { name: file.name, bytes: file.bytes },
      files,
      choices,
      readings: null,
      plan: null,
      bridge: [],
      made: null,
      report: null,
      late: new Set(),
      attributes: { found: [], others: [] },
      columns: new Set(),
      lines: new Map(),
    };
  } catch (error) {
    await dropShop(host, name);
    throw error;
  }
}

/** Give back what a shop's database holds. */
export async function dropShop({ database }: EngineHost, name: string): Promise<void> {
  await database.run(never, 'use memory');
  await database.run(never, `detach ${name}`);
}
