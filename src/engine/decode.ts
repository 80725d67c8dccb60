import { DataType, tableFromIPC, type Schema, type Table, type Vector } from 'apache-arrow';
import type { Cell, Column, ColumnType, ResultTable, Row, Unit } from '../domain/table';
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

/** The values of a column in order. Arrow throws where a timestamp is too far for a number. */
function* valuesOf(vector: Vector | null, type: ColumnType): Generator<unknown> {
  if (!vector) return;
  if (type !== 'timestamp') return yield* vector;
  for (let i = 0; i < vector.length; i++) {
    try {
      yield vector.get(i);
    } catch {
      yield Infinity;
    }
  }
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

/** A column may be called `__proto__`, and is a column all the same. */
function setter(name: string): (row: Row, value: Cell) => void {
  if (name !== '__proto__') return (row, value) => (row[name] = value);
  return (row, value) =>
    Object.defineProperty(row, name, { value, enumerable: true, writable: true, configurable: true });
}

/** Arrow bytes as plain rows: dates 'YYYY-MM-DD', numbers, texts, null for unknown. */
export function decode(wire: WireTable): ResultTable {
  const table: Table = tableFromIPC(wire.ipc);
  const columns = describe(table.schema, wire.columns);
  const most = wire.limit ?? Infinity;
  const count = Math.min(table.numRows, most);
  const rows: Row[] = Array.from({ length: count }, () => ({}));
  columns.forEach((column, at) => {
    const vector = table.getChildAt(at);
    const read = reader(column.type);
    const set = setter(column.name);
    let i = 0;
    for (const value of valuesOf(vector, column.type)) {
      const row = rows[i++];
      if (!row) break;
      set(row, value === null || value === undefined ? null : read(value));
    }
  });
  const truncated = table.numRows > most ? { truncated: true } : {};
  return { columns, rows, sql: wire.sql, provenance: { ...wire.provenance, ...truncated } };
}

function describe(schema: Schema, declared: Column[] | null): Column[] {
  return schema.fields.map((field) => {
    const type = typeOf(field.type as DataType, field.name);
    const known = declared?.find(({ name }) => name === field.name);
    return known ?? { name: field.name, type, unit: unitOf[type] };
  });
}
