import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

export interface NativeDuckDB {
  /** Run one or more statements. */
  run(sql: string): Promise<void>;
  /** Rows of the last statement as plain values: DECIMAL and DOUBLE are numbers, dates are ISO texts. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  connection: DuckDBConnection;
  close(): void;
}

/** Native DuckDB of the same version as the engine (1.4.3), in memory, on one thread unless told otherwise. */
export async function nativeDuckDB({ threads = 1 } = {}): Promise<NativeDuckDB> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  return {
    connection,
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const names = reader.columnNames();
      const isNumber = reader.columnTypes().map((type) => numeric.test(String(type)));
      return reader.getRowsJson().map((row) => plain(row, names, isNumber));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const numeric =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|FLOAT|DOUBLE|DECIMAL)/;

/** 64-bit and decimal values come as texts: as numbers they compare with what the page shows. */
const plain = (row: readonly unknown[], names: readonly string[], isNumber: readonly boolean[]) =>
  Object.fromEntries(
    names.map((name, i) => {
      const value = row[i];
      return [name, isNumber[i] && typeof value === 'string' ? Number(value) : value];
    }),
  );
