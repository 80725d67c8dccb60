import {
  DataType,
  tableFromIPC,
  Vector,
  type Data,
  type Float64,
  type Schema,
  type Table,
  type Utf8,
} from 'apache-arrow';
import type { Cell, Column, ColumnType, Cut, ResultTable, Row, Unit } from '../domain/table';
import type { WireTable } from './contract';

/** The type of a column as Arrow brings it. Throws for those that lose digits on the way (DECIMAL, 64-bit integers). */
function typeOf(type: DataType, name: string): ColumnType {
  if (DataType.isDecimal(type) || (DataType.isInt(type) && type.bitWidth === 64)) {
    throw new TypeError(`the column ${name} arrived as ${String(type)}, whose digits JavaScript would lose`);
  }
  if (DataType.isInt(type)) return 'integer';
  if (DataType.isFloat(type)) return 'number';
  if (DataType.isBool(type)) return 'boolean';
  if (DataType.isDate(type)) return 'date';
  if (DataType.isTimestamp(type)) return 'timestamp';
  return 'text';
}

const unitOf: Record<ColumnType, Unit> = {
  text: 'text',
  number: 'number',
  integer: 'count',
  boolean: 'flag',
  date: 'date',
  timestamp: 'timestamp',
};

/** DuckDB's dates reach further than JavaScript's, up to its `infinity`. */
function isoText(milliseconds: number, length: number): string {
  if (Math.abs(milliseconds) > 8.64e15) return milliseconds > 0 ? 'infinity' : '-infinity';
  return new Date(milliseconds).toISOString().slice(0, length);
}

/** JSON has no 64-bit integers: inside lists and structs they are texts. */
const digits = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

const utf8 = new TextDecoder();

/** Texts are read all at once and cut where each ends, several times as fast as one by one; null where a byte is not a letter. */
function textsOf(data: Data): ((i: number) => string) | null {
  if (!DataType.isUtf8(data.type)) return null;
  const { length, valueOffsets: ends, values } = data as Data<Utf8>;
  const start = ends[0] ?? 0;
  const bytes = values.subarray(start, ends[length]);
  const all = utf8.decode(bytes);
  return all.length === bytes.length ? (i) => all.slice(ends[i]! - start, ends[i + 1]! - start) : null;
}

/** What stands in a place that is not empty. Arrow throws where a timestamp is too far for a number. */
function valuesOf(data: Data): (i: number) => unknown {
  const { type } = data;
  if (DataType.isFloat(type) || (DataType.isInt(type) && type.bitWidth < 64)) {
    const { values } = data as Data<Float64>;
    return (i) => values[i];
  }
  const found = textsOf(data);
  if (found) return found;
  const vector = new Vector([data]);
  if (!DataType.isTimestamp(type)) return (i) => vector.get(i);
  return (i) => {
    try {
      return vector.get(i);
    } catch {
      return Infinity;
    }
  };
}

/** A result has few different days, each many times. */
function remembered(text: (value: number) => string): (value: unknown) => string {
  const known = new Map<number, string>();
  return (given) => {
    const value = Number(given);
    let found = known.get(value);
    if (found === undefined) known.set(value, (found = text(value)));
    return found;
  };
}

function reader(type: ColumnType): (value: unknown) => Cell {
  // Dates are milliseconds at UTC midnight, read in UTC only: two laptops show the same day.
  if (type === 'date') return remembered((value) => isoText(value, 10));
  if (type === 'timestamp') return (value) => isoText(Number(value), 19).replace('T', ' ');
  if (type === 'text') return (value) => (typeof value === 'string' ? value : JSON.stringify(value, digits));
  return (value) => value as Cell;
}

/** A row in which nothing is known yet. A column may be called `__proto__`, and is a column all the same. */
function emptyRow(columns: readonly Column[]): Row {
  const row: Row = {};
  for (const { name } of columns)
    Object.defineProperty(row, name, { value: null, enumerable: true, writable: true, configurable: true });
  return row;
}

/** Arrow bytes as plain rows: dates 'YYYY-MM-DD', numbers, texts, null for unknown. */
export function decode(wire: WireTable): ResultTable {
  const table: Table = tableFromIPC(wire.ipc);
  const columns = describe(table.schema, wire.columns);
  const { rows: most, characters } = wire.limits ?? { rows: Infinity, characters: Infinity };
  let isLong = false;
  const count = Math.min(table.numRows, most);
  // All of one shape from the first: rows that grow column by column are moved in memory again and again.
  const empty = emptyRow(columns);
  const rows: Row[] = Array.from({ length: count }, () => ({ ...empty }));
  columns.forEach(({ name, type }, at) => {
    const read = reader(type);
    let i = 0;
    for (const data of table.getChildAt(at)?.data ?? []) {
      const value = valuesOf(data);
      const isFull = data.nullCount === 0;
      for (let k = 0; k < data.length && i < count; k++, i++)
        if (isFull || data.getValid(k)) rows[i]![name] = read(value(k));
    }
    if (type === 'text' && characters < Infinity) isLong = cutTexts(rows, name, characters) || isLong;
  });
  const truncated = table.numRows > most || wire.isTooLarge ? { truncated: true } : {};
  const cut: Cut = {
    ...(wire.limits?.columns ? { columns: wire.limits.columns } : {}),
    ...(isLong ? { characters } : {}),
    ...(wire.isTooLarge ? { rows: count } : {}),
  };
  const said = Object.keys(cut).length > 0 ? { cut } : {};
  return { columns, rows, sql: wire.sql, provenance: { ...wire.provenance, ...truncated, ...said } };
}

/** Cuts the texts of a column and says whether one was longer. Characters are letters; JavaScript counts some of them twice. */
function cutTexts(rows: Row[], name: string, characters: number): boolean {
  let isLong = false;
  for (const row of rows) {
    const text = row[name];
    if (typeof text !== 'string' || text.length <= characters) continue;
    const letters = [...text];
    if (letters.length <= characters) continue;
    row[name] = letters.slice(0, characters).join('');
    isLong = true;
  }
  return isLong;
}

function describe(schema: Schema, declared: Column[] | null): Column[] {
  return schema.fields.map((field) => {
    const type = typeOf(field.type as DataType, field.name);
    const known = declared?.find(({ name }) => name === field.name);
    return known ?? { name: field.name, type, unit: unitOf[type] };
  });
}
