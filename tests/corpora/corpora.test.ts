import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineDatabase } from '../../workers/engine/host/database';
import { describeWithData } from '../helpers/data';
import { nativeEngine } from '../helpers/engine-native';
import { CORRECTIONS } from './corrections';
import { DIFFERENCES } from './differences';
import { corpusOf, entries, type Entry } from './entries';
import { cellsOf, readEntry } from './read-entry';
import { verdictOn, wasExpected, type Verdict } from './verdict';
import { tableOfVerdicts } from './verdict-table';

const MIB = 1024 * 1024;
const SECONDS_PER_MIB = 10;

describeWithData('every file of the corpora', () => {
  let database: EngineDatabase & { close(): void };
  const verdicts: [Entry, Verdict][] = [];
  beforeAll(async () => {
    database = await nativeEngine();
    for (const entry of entries) verdicts.push([entry, await verdictOn(database, entry)]);
  }, 600_000);
  afterAll(() => database?.close());

  it('ends in a table or in a sentence with a code', () => {
    expect(verdicts).toHaveLength(entries.length);
    expect(entries.length).toBeGreaterThan(600);
    const mute = verdicts.filter(
      ([, { kind, why, message }]) => kind === 'refused' && (!why || message.length < 20),
    );
    expect(mute.map(([, { file }]) => file)).toEqual([]);
  });

  it('agrees with what the corpora say, or stands in the list of differences with a reason', () => {
    const differing = verdicts
      .filter(([entry, { kind }]) => kind === 'differ' || (kind === 'refused' && wasExpected(entry)))
      .map(([, { file, why }]) => `${file}: ${DIFFERENCES[file] === undefined ? why : 'known'}`);
    expect(differing.sort()).toEqual(
      Object.keys(DIFFERENCES)
        .map((file) => `${file}: known`)
        .sort(),
    );
  });

  it('of Pollock, at least 64 of the 67 have the right cells without help', () => {
    const pollock = verdicts.filter(([entry]) => corpusOf(entry) === 'pollock');
    expect(pollock).toHaveLength(67);
    expect(pollock.filter(([, { kind }]) => kind === 'agree').length).toBeGreaterThanOrEqual(64);
    const corrected = Object.keys(CORRECTIONS);
    expect(verdicts.filter(([, { file, kind }]) => corrected.includes(file) && kind !== 'agree')).toEqual([]);
  });

  it('takes no more than ten seconds a megabyte', () => {
    const slow = verdicts.filter(
      ([{ bytes }, { milliseconds }]) => milliseconds > SECONDS_PER_MIB * 1000 * Math.max(1, bytes / MIB),
    );
    expect(slow.map(([, { file, milliseconds }]) => [file, milliseconds])).toEqual([]);
  });

  it('is counted by corpus in corpora.md', async () => {
    await expect(tableOfVerdicts(verdicts)).toMatchFileSnapshot('corpora.md');
  });
});

describeWithData('hostile files', () => {
  let database: EngineDatabase & { close(): void };
  beforeAll(async () => void (database = await nativeEngine()));
  afterAll(() => database?.close());
  const read = async (name: string) => {
    const { tables } = await readEntry(`hostile/${name}`);
    return cellsOf(database, `hostile/${name}`, tables![0]!);
  };

  it.each([
    ['dup_headers.csv', ['Order ID', 'Total', 'Total_2', 'total_3', 'Total_4']],
    ['sep_line.csv', ['order_id', 'amount']],
    ['nul_bytes.csv', ['order_id', 'amount']],
    ['utf16be_no_bom.csv', ['order_id', 'amount']],
    ['prototype_headers.xlsx', ['__proto__', 'constructor', 'toString', 'hasOwnProperty']],
  ])('%s has the columns %j', async (name, columns) => {
    const { headers, rows } = await read(name);
    expect(headers).toEqual(columns);
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each([
    'dimension_lies_huge.xlsx',
    'dimension_lies_small.xlsx',
    'ok_minimal.xlsx',
    'zip_slip_names.xlsx',
  ])('%s is three rows of four cells', async (name) => {
    const { headers, rows } = await read(name);
    expect([rows.length + 1, headers.length]).toEqual([3, 4]);
  });

  it('JSON is a table of its objects, and its keys change no prototype', async () => {
    const lines = await read('ndjson.json');
    expect([lines.rows.length, lines.headers.length]).toEqual([2, 4]);
    await read('proto.json');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('a tab-separated UTF-16 file with a mark keeps its names and amounts', async () => {
    const { headers, rows } = await read('tsv_utf16le_bom.csv');
    expect(headers).toHaveLength(3);
    expect(rows[0]?.join('|')).toMatch(/1\.250\.000/);
  });
});

describe('the list of differences', () => {
  it('gives a reason for each', () => {
    for (const reason of Object.values(DIFFERENCES)) expect(reason.length).toBeGreaterThan(10);
  });
});
