import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  Bool,
  DateMillisecond,
  Float64,
  Int32,
  Table,
  TimestampMillisecond,
  Utf8,
  tableToIPC,
  vectorFromArray,
  type DataType,
  type Vector,
} from 'apache-arrow';
import type { EngineDatabase } from '../../workers/engine/host/database';
import { nativeDuckDB } from './native';

/** How a column of native DuckDB reaches the page: the casts that the wasm engine makes on open. */
function arrowType(type: string): DataType {
  if (type === 'BOOLEAN') return new Bool();
  if (/^U?(TINYINT|SMALLINT)$|^INTEGER$/.test(type)) return new Int32();
  if (/^(U?BIGINT|U?HUGEINT|UINTEGER|FLOAT|DOUBLE|DECIMAL)/.test(type)) return new Float64();
  if (type === 'DATE') return new DateMillisecond();
  if (type === 'TIMESTAMP') return new TimestampMillisecond();
  return new Utf8();
}

function arrowValue(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  if (type instanceof Float64 || type instanceof Int32) return Number(value);
  if (type instanceof Bool) return value;
  if (type instanceof DateMillisecond) return new Date(`${String(value)}T00:00:00Z`);
  if (type instanceof TimestampMillisecond) return Date.parse(`${String(value).replace(' ', 'T')}Z`);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Native DuckDB behind the worker's own interface, so that the worker's code builds and asks it unchanged. Files lie in a
 * folder of the system's temporary one until `close`. DECIMAL passes through its exact text.
 */
export async function nativeEngine(): Promise<EngineDatabase & { close(): void }> {
  const native = await nativeDuckDB();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'regulars-'));
  mkdirSync(path.join(folder, 'in'));
  await native.run(`set file_search_path = '${folder}'`);
  const version = String((await native.rows('select version() as v'))[0]?.v);
  const bytes = async (signal: AbortSignal, sql: string): Promise<Uint8Array> => {
    signal.throwIfAborted();
    const reader = await native.connection.runAndReadAll(sql);
    const types = reader.columnTypes().map(String);
    const columns = reader.getColumnsJson();
    const vectors = reader.columnNames().map((name, at): [string, Vector] => {
      const type = arrowType(types[at]!);
      const values = columns[at] ?? [];
      return [
        name,
        vectorFromArray(
          values.map((value) => arrowValue(value, type)),
          type,
        ),
      ];
    });
    return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
  };
  return {
    version,
    async run(signal, sql) {
      signal.throwIfAborted();
      await native.run(sql);
    },
    async rows<T extends object>(signal: AbortSignal, sql: string) {
      signal.throwIfAborted();
      return (await native.rows(sql)) as T[];
    },
    bytes,
    async *parts(signal, sql) {
      yield await bytes(signal, sql);
    },
    async prepare(sql) {
      const statements = await native.connection.extractStatements(sql);
      if (statements.count !== 1) throw new Error('not exactly one statement');
      (await statements.prepare(0)).destroySync();
    },
    /** Only texts of our own are asked here. */
    async calledNames() {
      return [];
    },
    async registerFile(name, file) {
      writeFileSync(path.join(folder, name), new Uint8Array(await file.arrayBuffer()));
    },
    async dropFile(name) {
      rmSync(path.join(folder, name), { force: true });
    },
    close() {
      native.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
