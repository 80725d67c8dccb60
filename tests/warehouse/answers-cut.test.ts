import { Int32, Table, Utf8, tableFromIPC, tableToIPC, vectorFromArray } from 'apache-arrow';
import { beforeAll, describe, expect, test } from 'vitest';
import { decode } from '../../src/engine/decode';
import { cutWords } from '../../src/state/cut-words';
import { bounded } from '../../workers/engine/host/bounded';
import { shopOfTwelve } from '../helpers/twelve';
import { never, type OpenShop } from '../helpers/warehouse';

let shop: OpenShop;
beforeAll(async () => {
  shop = await shopOfTwelve('wasm');
});
const MIB = 1 << 20;

async function ask(text: string, limit = 10_000) {
  const wire = await shop.api.runUserQuery(never, text, limit);
  return { bytes: wire.ipc.length, table: decode(wire) };
}

describe('an answer of extreme size is cut before it leaves the engine', () => {
  test('3,000 columns are cut at 500, under their own names', async () => {
    const names = Array.from({ length: 3000 }, (_, i) => `${i}.5::decimal(9, 2) as "c ${i}"`).join(', ');
    const { bytes, table } = await ask(`select ${names}`);
    expect([table.columns.length, table.columns[499]?.name, table.rows[0]?.['c 499']]).toEqual([
      500,
      'c 499',
      499.5,
    ]);
    expect(bytes).toBeLessThan(MIB);
    expect(cutWords(table)).toEqual(['Cut at 500 of 3,000 columns. Name the columns that you need.']);
  });

  test('columns of one name are cut at the first 500 of them too', async () => {
    const { table } = await ask(`select ${Array.from({ length: 600 }, () => '1 as a').join(', ')}`);
    expect([table.columns.length, table.provenance.cut]).toEqual([500, { columns: 600 }]);
  });

  test('a text of 20 million letters is cut at 32,767 characters', async () => {
    const { bytes, table } = await ask("select repeat('é', 20000000) as long, 'short' as short");
    expect(bytes).toBeLessThan(MIB / 4);
    expect([String(table.rows[0]?.long).length, table.rows[0]?.short]).toEqual([32_767, 'short']);
    expect(cutWords(table)).toEqual(['Longer texts are cut at 32,767 characters.']);
  });

  test('letters that JavaScript counts twice count once, and a text of just that length is whole', async () => {
    const { table } = await ask("select repeat('😀', 32767) as whole, repeat('😀', 32768) as long");
    expect([...String(table.rows[0]?.whole)].length).toBe(32_767);
    expect([...String(table.rows[0]?.long)].length).toBe(32_767);
    const just = await ask("select repeat('😀', 32767) as whole");
    expect([just.table.provenance.cut, String(just.table.rows[0]?.whole).length]).toEqual([
      undefined,
      65_534,
    ]);
  });

  const others: [string, string][] = [
    ['a list', 'select range(200000) as it'],
    ['a blob', "select repeat('ab', 2000000)::blob as it"],
    ['bits', "select repeat('10', 500000)::bit as it"],
    ['a struct', "select {'a': repeat('x', 2000000)} as it"],
  ];
  test.each(others)('%s is cut as its text', async (_, text) => {
    const { bytes, table } = await ask(text);
    expect(bytes).toBeLessThan(MIB / 4);
    expect([String(table.rows[0]?.it).length, table.provenance.cut]).toEqual([
      32_767,
      { characters: 32_767 },
    ]);
  });

  test('600 MB of texts are cut at 64 MB, as whole rows', async () => {
    const { bytes, table } = await ask(
      "select i, repeat('x', 30000) as t from range(20000) as r(i)",
      100_000,
    );
    expect(bytes).toBeLessThanOrEqual(64 * MIB);
    expect(table.rows.length).toBeGreaterThan(1000);
    expect(table.rows.at(-1)).toEqual({ i: table.rows.length - 1, t: 'x'.repeat(30_000) });
    expect(table.provenance).toMatchObject({ truncated: true, cut: { rows: table.rows.length } });
    expect(cutWords(table)[0]).toMatch(/^Cut at 2,\d{3} rows, because/);
  });

  test('many columns leave fewer rows: at most 5 million cells', async () => {
    const names = Array.from({ length: 400 }, (_, i) => `i as c${i}`).join(', ');
    const { table } = await ask(`select ${names} from range(20000) as r(i)`, 100_000);
    expect([table.rows.length, table.provenance.truncated]).toEqual([12_500, true]);
  });

  test('an ordinary answer is whole and says nothing', async () => {
    const { table } = await ask('select * from orders order by order_id');
    expect([table.provenance.cut, table.provenance.truncated, cutWords(table)]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });
});

describe('parts of an answer', () => {
  const partsOf = async function* (tables: Table[]) {
    for (const table of tables) yield tableToIPC(table, 'stream');
  };
  const table = (rows: number) =>
    new Table({
      n: vectorFromArray(
        Array.from({ length: rows }, (_, i) => i),
        new Int32(),
      ),
      t: vectorFromArray(
        Array.from({ length: rows }, (_, i) => `text ${i}`.padEnd(100, 'é')),
        new Utf8(),
      ),
    });

  test('one part that is too large gives the rows that fit, unchanged', async () => {
    const { ipc, isWhole } = await bounded(partsOf([table(1000)]), 50_000);
    const found = tableFromIPC(ipc);
    expect(isWhole).toBe(false);
    expect(found.numRows).toBeGreaterThan(100);
    expect(ipc.length).toBeLessThan(60_000);
    const last = found.numRows - 1;
    expect(found.get(last)?.toJSON()).toEqual(table(1000).get(last)?.toJSON());
  });

  test('a row that is too large by itself is given all the same', async () => {
    const { ipc, isWhole } = await bounded(partsOf([table(1)]), 10);
    expect([tableFromIPC(ipc).numRows, isWhole]).toEqual([1, true]);
  });

  test('nothing is asked for after the part that does not fit', async () => {
    let asked = 0;
    const counted = async function* () {
      for (const part of [10, 10, 1000, 10]) {
        asked++;
        yield tableToIPC(table(part), 'stream');
      }
    };
    expect((await bounded(counted(), 10_000)).isWhole).toBe(false);
    expect(asked).toBe(3);
  });
});
