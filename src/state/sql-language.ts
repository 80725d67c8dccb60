import type { ResultTable } from '../domain/table';
import { decoded } from './decoded';
import { engine } from './engine';

export interface SqlFunction {
  name: string;
  /** Its parameters, such as `part, timestamp`. */
  takes: string;
  about: string;
}

export interface SqlColumn {
  table: string;
  column: string;
  type: string;
  about: string;
}

/** The words of the engine that runs here, and of the tables that are open. */
export interface SqlLanguage {
  keywords: readonly string[];
  types: readonly string[];
  functions: readonly SqlFunction[];
  columns: readonly SqlColumn[];
}

/** Asked of the engine itself, so that it is the language of the version that is here. What is refused here is not offered. */
const LANGUAGE = `
select keyword_name as name, 'keyword' as kind, '' as takes, '' as about from duckdb_keywords()
union all
select distinct lower(type_name), 'type', '', '' from duckdb_types()
where regexp_full_match(type_name, '[A-Za-z]\\w*')
union all
select function_name, 'function',
  coalesce(arg_min(array_to_string(
    if(coalesce(parameters[1], '') like 'col%', parameter_types, parameters), ', '), function_oid), ''),
  coalesce(max(description), '')
from duckdb_functions()
where schema_name = 'main' and regexp_full_match(function_name, '[a-z]\\w*')
  and (function_type in ('scalar', 'aggregate', 'macro') and not coalesce(has_side_effects, false)
    or function_name in ('random', 'range', 'generate_series', 'unnest'))
group by function_name`;
const MANY = 100_000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export async function sqlLanguage(tables: ResultTable): Promise<SqlLanguage> {
  const { rows } = await decoded(await engine.runUserQuery(new AbortController().signal, LANGUAGE, MANY));
  const all = rows.map(({ name, kind, takes, about }) => ({
    name: text(name),
    kind,
    takes: text(takes),
    about: text(about),
  }));
  const named = (kind: string) => all.filter((one) => one.kind === kind);
  return {
    keywords: named('keyword').map(({ name }) => name),
    types: named('type').map(({ name }) => name),
    functions: named('function'),
    columns: tables.rows.map(({ table_name, column_name, data_type, comment }) => ({
      table: text(table_name),
      column: text(column_name),
      type: text(data_type).toLowerCase(),
      about: text(comment),
    })),
  };
}
