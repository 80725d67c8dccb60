import { DataType, tableFromIPC, type Schema, type Table } from 'apache-arrow';
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

function reader(type: ColumnType): (value: unknown) => Cell {
  // Dates are milliseconds at UTC midnight, read in UTC only: two laptops show the same day.
  if (type === 'date') return (value) => new Date(Number(value)).toISOString().slice(0, 10);
  if (type === 'timestamp')
    return (value) => new Date(Number(value)).toISOString().slice(0, 19).replace('T', ' ');
  if (type === 'text') return (value) => (typeof value === 'string' ? value : JSON.stringify(value));
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
      const value: unknown = vector?.get(i);
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
