import { fault, type Fault } from '../../../src/domain/said/problems';
import type { SqlProblems } from '../../../src/domain/said/engine-problems';
import { EngineFault } from '../../../src/engine/errors';
import { scannable } from './called-names';
import type { EngineDatabase } from '../host/database';
import { quoteText } from '../sql/quote';

/** Table functions that were looked at and only read. One that a newer engine brings is refused until it is here. */
const READING = `
  duckdb_approx_database_count duckdb_columns duckdb_connection_count duckdb_constraints
  duckdb_databases duckdb_dependencies duckdb_extensions duckdb_external_file_cache duckdb_functions
  duckdb_indexes duckdb_keywords duckdb_log_contexts duckdb_logs duckdb_memory duckdb_optimizers
  duckdb_prepared_statements duckdb_schemas duckdb_secrets duckdb_secret_types duckdb_sequences
  duckdb_settings duckdb_table_sample duckdb_tables duckdb_temporary_files duckdb_types
  duckdb_variables duckdb_views generate_series glob pragma_collations pragma_database_size
  pragma_metadata_info pragma_platform pragma_show pragma_storage_info pragma_table_info
  pragma_user_agent pragma_version query_table range read_blob read_csv read_csv_auto read_text repeat
  repeat_row sniff_csv summary unnest which_secret`
  .trim()
  .split(/\s+/);

/** Functions that give another value each time and change nothing. */
const HARMLESS = `
  current_connection_id current_query current_query_id current_transaction_id error gen_random_uuid random stats
  uuid uuidv4 uuidv7`
  .trim()
  .split(/\s+/);

/** Functions that change nothing and end the engine with some arguments: reservoir_quantile(x, 0.5, 2147483647). */
const BREAKING = ['reservoir_quantile'];

const EFFECTS: Readonly<Record<string, SqlProblems['effects-in-sql']['effect']>> = {
  query: 'hidden-sql',
  nextval: 'sequence',
  setseed: 'random-numbers',
  write_log: 'log',
  test_all_types: 'large-test-values',
  test_vector_types: 'test-values',
  reservoir_quantile: 'large-sample',
};
const PLACE = { code: 'bad-sql' };

const names = (list: readonly string[]): string => list.map(quoteText).join(', ');
const refused = new WeakMap<EngineDatabase, Promise<ReadonlySet<string>>>();

/** The functions of this engine that do more than read, by what its own catalogue says of them. */
export function functionsWithEffects(database: EngineDatabase): Promise<ReadonlySet<string>> {
  const known = refused.get(database);
  if (known) return known;
  const asked = database
    .rows<{ name: string }>(
      new AbortController().signal,
      `select distinct function_name as name from duckdb_functions()
       where function_type = 'table' and internal and function_name not in (${names(READING)})
         or has_side_effects and function_name not in (${names(HARMLESS)})
         or function_name in (${names(BREAKING)})`,
    )
    .then((rows) => new Set(rows.map(({ name }) => name)));
  refused.set(database, asked);
  return asked;
}

/**
 * Throws where a text calls a function that does more than read, before the text is prepared: DuckDB does some of
 * their work while it only prepares. `prefix` is what of `sql` stands before the user's own text.
 */
export async function refuseEffects(database: EngineDatabase, sql: string, prefix: string): Promise<void> {
  const text = sql.slice(prefix.length);
  if (sql.includes('\0'))
    throw refusal(fault('nul-in-sql', {}, PLACE), text, sql.indexOf('\0') - prefix.length);
  const withEffects = await functionsWithEffects(database);
  const found = (await database.calledNames(scannable(sql))).find(({ name }) => withEffects.has(name));
  if (!found) return;
  const effect = EFFECTS[found.name] ?? 'other';
  throw refusal(fault('effects-in-sql', { name: found.name, effect }, PLACE), text, found.at - prefix.length);
}

const refusal = (why: Fault, sql: string, position: number): EngineFault =>
  new EngineFault({ ...why, sql, position });
