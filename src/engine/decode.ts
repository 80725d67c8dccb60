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

/** A value of a column; Arrow throws where a timestamp is too far for a number. */
function valueAt(vector: Vector | null, i: number): unknown {
  try {
    return vector?.get(i);
  } catch {
    return Infinity;
  }
}

function reader(type: ColumnType): (value: unknown) => Cell {
  // Dates are milliseconds at UTC midnight, read in UTC only: two laptops show the same day.
  if (type === 'date') return (value) => isoText(Number(value), 10);
  if (type === 'timestamp') return (value) => isoText(Number(value), 19).replace('T', ' ');
  if (type === 'text') return (value) => (typeof value === 'string' ? value : JSON.stringify(value, digits));
  return (value) => value as Cell;
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
    for (let i = 0; i < count; i++) {
      const value = valueAt(vector, i);
      Object.defineProperty(rows[i], column.name, {
        value: value === null || value === undefined ? null : read(value),
        enumerable: true,
        writable: true,
        configurable: true,
      });
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
