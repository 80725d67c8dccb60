import type { CountedPair, KeyPair } from '../../src/ingest/tables/key-pairs';
import type { Unit } from '../../src/ingest/tables/table-shape';
import type { Database } from './database';
import { rawColumn } from './reading';

/** How the values of two columns are made comparable. */
export interface KeyReading {
  /** Ids that went through a spreadsheet: `17850.0` is 17850. */
  wrapped: boolean;
  /** Addresses, which are the same in capitals. */
  lower: boolean;
}

/** A key as it is compared; null where the cell is blank. */
export function keyText(column: string, { wrapped, lower }: KeyReading): string {
  const trimmed = `nullif(trim(${column}), '')`;
  const bare = wrapped ? `regexp_replace(${trimmed}, '^([0-9]+)\\.0$', '\\1')` : trimmed;
  return lower ? `lower(${bare})` : bare;
}

/** How the two columns of a pair are compared. */
export function readingOf(units: readonly Unit[], pair: KeyPair): KeyReading {
  const columns = [units[pair.from]!.columns[pair.column]!, units[pair.to]!.columns[pair.to_column]!];
  return {
    wrapped: columns.some(({ evidence }) => evidence.wrapped_ids > 0),
    lower: columns.some(({ evidence }) => evidence.examples.some((value) => value.includes('@'))),
  };
}

/** The column with the file of a row, where a unit is made of several. */
const fileOf = ({ tables, columns }: Unit): string =>
  tables.length > 1 ? rawColumn(columns.length - 1) : "''";

export const unitTable = (unit: number): string => `unit_${unit}`;

/** Count, over all rows, how the values of each pair of columns find each other. */
export async function countPairs(
  signal: AbortSignal,
  database: Database,
  units: readonly Unit[],
  pairs: readonly KeyPair[],
): Promise<CountedPair[]> {
  const counted: CountedPair[] = [];
  for (const pair of pairs) {
    const reading = readingOf(units, pair);
    const keys = (unit: number, column: number) => {
      const key = keyText(rawColumn(column), reading);
      return `select ${key} as key, ${fileOf(units[unit]!)} as file from ${unitTable(unit)} where ${key} is not null`;
    };
    const [row] = await database.rows<Omit<CountedPair, keyof KeyPair>>(
      signal,
      `with named as (${keys(pair.from, pair.column)}), listed as (${keys(pair.to, pair.to_column)})
       select (select count(*) from named) as filled,
         (select count(*) from named semi join listed using (key)) as found,
         (select count(*) from listed) as to_filled,
         (select count(*) from (select distinct key, file from listed)) as to_distinct,
         (select count(distinct key) from listed) as to_keys,
         (select count(*) from listed semi join named using (key)) as to_named`,
    );
    if (row) counted.push({ ...pair, ...row });
  }
  return counted;
}
