import {
  Bool,
  DateMillisecond,
  Decimal,
  Field,
  Float64,
  Int32,
  Int64,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMillisecond,
  Utf8,
  makeData,
  tableToIPC,
  vectorFromArray,
  type DataType,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/domain/table';
import type { WireTable } from '../../../src/engine/contract';
import { decode } from '../../../src/engine/decode';

const provenance = { app: 'test', definitions: 1, engine: 'test', files: [], choices: {}, milliseconds: 0 };
const wire = (table: Table, more: Partial<WireTable> = {}): WireTable => ({
  ...{ ipc: tableToIPC(table, 'stream'), columns: null, sql: 'select 1', provenance },
  ...more,
});

/** A table whose column names may be anything, which an object of columns could not hold. */
function tableOf(columns: [string, DataType, unknown[]][]): Table {
  const schema = new Schema(columns.map(([name, type]) => new Field(name, type, true)));
  const children = columns.map(([, type, values]) => vectorFromArray(values, type).data[0]!);
  const data = makeData({
    type: new Struct(schema.fields),
    length: columns[0]![2].length,
    children,
    nullCount: 0,
  });
  return new Table(schema, [new RecordBatch(schema, data)]);
}

describe('decoding', () => {
  it('gives days as days, times as wall clock, and null for unknown', () => {
    const table = tableOf([
      ['day', new DateMillisecond(), [new Date('2024-02-29T00:00:00Z'), null]],
      ['at', new TimestampMillisecond(), [Date.UTC(2024, 11, 31, 23, 59, 59), null]],
      ['name', new Utf8(), ['Zoë', null]],
      ['n', new Int32(), [7, null]],
      ['share', new Float64(), [0.5, null]],
      ['is_new', new Bool(), [true, null]],
    ]);
    const { rows, columns } = decode(wire(table));
    expect(rows).toEqual([
      { day: '2024-02-29', at: '2024-12-31 23:59:59', name: 'Zoë', n: 7, share: 0.5, is_new: true },
      { day: null, at: null, name: null, n: null, share: null, is_new: null },
    ]);
    expect(columns.map(({ type }) => type)).toEqual([
      'date',
      'timestamp',
      'text',
      'integer',
      'number',
      'boolean',
    ]);
  });

  it('takes unit and type from what was declared', () => {
    const declared: Column[] = [{ name: 'rate', type: 'number', unit: 'rate' }];
    expect(decode(wire(tableOf([['rate', new Float64(), [1]]]), { columns: declared })).columns).toEqual(
      declared,
    );
  });

  it.each<[string, DataType, unknown[]]>([
    ['a decimal', new Decimal(2, 18), [new Uint32Array([1250, 0, 0, 0])]],
    ['a 64-bit integer', new Int64(), [2n ** 60n]],
  ])('refuses %s, whose digits would be lost, by the column’s name', (_, type, values) => {
    expect(() => decode(wire(tableOf([['net', type, values]])))).toThrow(/column net /);
  });

  it('holds columns of any name, and changes no prototype', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const { rows } = decode(wire(tableOf(names.map((name) => [name, new Utf8(), [`in ${name}`]]))));
    const [row] = rows;
    expect(Object.keys(row!)).toEqual(names);
    expect(Object.getOwnPropertyDescriptor(row, '__proto__')?.value).toBe('in __proto__');
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('says where rows were left off, and leaves off those beyond the limit', () => {
    const table = tableOf([['n', new Int32(), [1, 2, 3]]]);
    const cut = decode(wire(table, { limits: { rows: 2, columns: null, characters: 9 } }));
    expect([cut.rows.length, cut.provenance.truncated]).toEqual([2, true]);
    const whole = decode(wire(table, { limits: { rows: 3, columns: null, characters: 9 } }));
    expect([whole.rows.length, whole.provenance.truncated]).toEqual([3, undefined]);
  });
});
