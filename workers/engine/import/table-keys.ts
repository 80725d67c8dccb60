import type { CountedPair, KeyPair } from '../../../src/ingest/tables/key-pairs';
import type { Unit } from '../../../src/ingest/tables/table-shape';
import type { Database } from '../host/database';
import { rawColumn } from '../reading/reading';

/** How the values of two columns are made comparable. */
export interface KeyReading {
  /** Ids that went through a spreadsheet: `17850.0` is 17850. */
  wrapped: boolean;
  /** Numbers that one side writes with zeros before them. */
  padded?: boolean;
  /** Addresses, which are the same in capitals. */
  lower: boolean;
}

/** A key as it is compared; null where the cell is blank. */
export function keyText(column: string, { wrapped, padded, lower }: KeyReading): string {
  const trimmed = `nullif(trim(${column}), '')`;
  const shown = wrapped
    ? `regexp_replace(regexp_replace(${trimmed}, '^(?:=")?''?([^"]*)"?$', '\\1'), '^([0-9]+)[.]0+$', '\\1')`
    : trimmed;
  const bare = padded ? `regexp_replace(${shown}, '^0+([0-9]+)$', '\\1')` : shown;
  return lower ? `lower(${bare})` : bare;
}

const isWrapped = (value: string): boolean => /^(=?"|')/.test(value.trim());

/** Whether one of two columns of whole numbers writes them with zeros before them. */
function mayBePadded(units: readonly Unit[], pair: KeyPair): boolean {
  const examples = [units[pair.from]!.columns[pair.column]!, units[pair.to]!.columns[pair.to_column]!].map(
    ({ evidence }) => evidence.examples.map((value) => value.replace(/^[\s="']+|[\s"']+$|[.]0+\s*$/g, '')),
  );
  const arePadded = examples.map((values) => values.some((value) => /^0\d/.test(value)));
  return examples.flat().every((value) => /^\d+$/.test(value)) && arePadded[0] !== arePadded[1];
}

/** How the two columns of a pair are compared. */
export function readingOf(units: readonly Unit[], pair: KeyPair): KeyReading {
  const columns = [units[pair.from]!.columns[pair.column]!, units[pair.to]!.columns[pair.to_column]!];
  return {
    wrapped: columns.some(({ evidence }) => evidence.wrapped_ids > 0 || evidence.examples.some(isWrapped)),
    padded: pair.padded ?? false,
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
    const plain = await countPair(signal, database, units, pair);
    const isOpen = plain.found < plain.filled && mayBePadded(units, pair);
    const padded = isOpen ? await countPair(signal, database, units, { ...pair, padded: true }) : null;
    // Where zeros tell two keys apart, they are part of them.
    const isSafe = padded?.to_distinct === plain.to_distinct && padded.to_keys === plain.to_keys;
    counted.push(padded && isSafe && padded.found > plain.found ? padded : plain);
  }
  return counted;
}

async function countPair(
  signal: AbortSignal,
  database: Database,
  units: readonly Unit[],
  pair: KeyPair,
): Promise<CountedPair> {
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
  return {
    ...pair,
    ...(row ?? { filled: 0, found: 0, to_filled: 0, to_distinct: 0, to_keys: 0, to_named: 0 }),
  };
}
