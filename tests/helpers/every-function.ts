/** A function as `duckdb_functions()` lists it; of a macro the types are not known. */
export interface Listed {
  name: string;
  type: 'scalar' | 'aggregate' | 'macro' | 'table' | 'table_macro' | 'pragma';
  parameters: string[];
  types: (string | null)[];
  varargs: string | null;
  /** By the engine's own word: it gives another value each time, or changes something. */
  isVolatile: boolean;
}

export const LISTED = `select distinct function_name as name, function_type as type, array_to_string(parameters, chr(1)) as parameters,
    array_to_string(list_transform(parameter_types, lambda one: coalesce(one, '')), chr(1)) as types, varargs,
    coalesce(has_side_effects, false) as is_volatile
  from duckdb_functions() order by all`;

export const readListed = (row: Record<string, unknown>): Listed => {
  const texts = (value: unknown) => (typeof value === 'string' && value !== '' ? value.split('\u0001') : []);
  const types = texts(row.types);
  return {
    name: String(row.name),
    type: row.type as Listed['type'],
    parameters: texts(row.parameters),
    types: texts(row.parameters).map((_, i) => types[i] || null),
    varargs: typeof row.varargs === 'string' ? row.varargs : null,
    isVolatile: Boolean(row.is_volatile),
  };
};

const whole = (least: string, most: string) => ['2', '0', '-1', `(${most})`, `(${least})`, 'null'];
const signed = (bits: number) => whole(`${-(2n ** BigInt(bits - 1))}`, `${2n ** BigInt(bits - 1) - 1n}`);
const unsigned = (bits: number) => whole('0', `${2n ** BigInt(bits) - 1n}`);
const days = ["'2024-01-31'", "'infinity'", "'-infinity'", "'0001-01-01 (BC)'", 'null'];
const texts = ["'in/log'", "''", "'%n%s('", "'http://127.0.0.1:9/canary'", "repeat('é', 100000)", 'null'];

/** Values of a type, plausible ones first and hostile ones after. */
const VALUES: Record<string, string[]> = {
  VARCHAR: texts,
  TINYINT: signed(8),
  SMALLINT: signed(16),
  INTEGER: signed(32),
  BIGINT: signed(64),
  HUGEINT: signed(128),
  UTINYINT: unsigned(8),
  USMALLINT: unsigned(16),
  UINTEGER: unsigned(32),
  UBIGINT: unsigned(64),
  UHUGEINT: unsigned(128),
  DECIMAL: ['1.5::decimal(9, 2)', '99999999999999999999999999999999999999::decimal(38, 0)', 'null'],
  DOUBLE: ['1.5', '0', "'nan'", "'inf'", "'-inf'", '1e308', 'null'],
  FLOAT: ['1.5', "'nan'", "'-inf'", 'null'],
  BOOLEAN: ['true', 'false', 'null'],
  DATE: days,
  TIME: ["'12:00'", "'24:00:00'", 'null'],
  'TIME WITH TIME ZONE': ["'12:00+02'", 'null'],
  TIMESTAMP: days,
  'TIMESTAMP WITH TIME ZONE': days,
  TIMESTAMP_S: days,
  TIMESTAMP_MS: days,
  TIMESTAMP_NS: days,
  INTERVAL: ["'1 month'", "'-178000000 years'", "'0 days'", 'null'],
  BLOB: ["'\\xFF\\x00'", "''", "repeat('a', 100000)", 'null'],
  BIT: ["'101'", "'0'", 'null'],
  UUID: ["'00000000-0000-0000-0000-000000000000'", 'null'],
  ANY: ["'in/log'", '1', '-9223372036854775808', '[1, null]', "{'a': 1}", 'null', "map {'a': [1]}"],
  LAMBDA: ['(lambda x: x)', '(lambda x, i: i)', '(lambda x: null)'],
  MAP: ["map {'a': 1}", 'map {}', 'null'],
  STRUCT: ["{'a': 1}", 'null'],
  UNION: ['union_value(a := 1)', 'null'],
  POINTER: ['1', '0', '-1', '18446744073709551615'],
  TABLE: ['(select 1 as a)', '(from orders)', '(from range(10))'],
};
const LISTS = ['[1, 2, 3]', '[]', "['a', null]", 'range(10000)', '[[1], null]', 'null'];
/** Too long a list or a text is a test of patience, not of the seal: these make as many as they are told. */
const COUNTED = /^(range|generate_series|repeat|lpad|rpad|bitstring|repeat_row|array_resize|list_resize)$/;

/** Values that an argument can take, each cast where the type has a name that casts. */
function valuesOf(type: string | null): string[] {
  if (type === null) return VALUES.ANY!;
  if (/\]$/.test(type)) return LISTS;
  const plain = type.replace(/\(.*/, '').toUpperCase();
  const values = VALUES[plain] ?? VALUES.ANY!;
  const isCast = plain in VALUES && !/^(ANY|LAMBDA|MAP|STRUCT|UNION|TABLE|POINTER)$/.test(plain);
  return isCast ? values.map((value) => (value === 'null' ? value : `${value}::${plain}`)) : values;
}

/** How the two forms that are not plain values of their own are written in a call. */
const called = (name: string, args: string[]) => `"${name.replaceAll('"', '""')}"(${args.join(', ')})`;

/** Named arguments: `storage => 'in/log'`, each by itself and all at once. */
function named({ parameters, types }: Listed, round: number): string[] {
  return parameters.flatMap((name, i) => {
    const values = valuesOf(types[i] ?? null);
    return /^col\d+$/.test(name) ? [] : [`"${name}" = ${values[round % values.length]!}`];
  });
}

/**
 * Texts that call a function, the first round with plausible values, each further one with others of its types' hostile
 * ones: as a value, over rows, as a table, with names and with too many arguments.
 */
export function callsOf(one: Listed, rounds: number): string[] {
  const found = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const types = one.varargs === null ? one.types : [...one.types, one.varargs, one.varargs];
    const args = types.map((type, i) => {
      const values = valuesOf(type).filter((value) => !COUNTED.test(one.name) || !/\d{6}/.test(value));
      return values[(round === 0 ? 0 : round + i) % values.length]!;
    });
    const call = called(one.name, args);
    if (one.type === 'table' || one.type === 'table_macro') {
      found.add(`from ${call}`);
      found.add(`select count(*) from ${called(one.name, [])}`);
      for (const given of named(one, round))
        found.add(`from ${called(one.name, [...args.slice(0, 1), given])}`);
      found.add(`from ${called(one.name, named(one, round))}`);
      found.add(`select (select count(*) from ${call}) from orders limit 1`);
    } else if (one.type === 'pragma') {
      found.add(`pragma ${one.name}`);
      found.add(`pragma ${one.name}(${args.join(', ') || "'in/log'"})`);
      found.add(`from ${called(`pragma_${one.name}`, args)}`);
      found.add(`select 1) limit 1; pragma ${one.name}; from (select 1`);
    } else {
      found.add(`select ${call}`);
      if (round < 2) found.add(`select ${call} from orders limit 3`);
      if (round === 1) found.add(`select ${called(one.name, [])}`);
    }
  }
  return [...found];
}

/** Texts that set, reset and read one setting, as a statement and closed out of the bracket. */
export function settingsOf(name: string): string[] {
  const values = ["'in/log'", '0', 'true', "''"];
  return [
    ...values.map((value) => `set ${name} = ${value}`),
    `set global ${name} = 1`,
    `reset ${name}`,
    `pragma ${name} = 'in/log'`,
    `pragma ${name}`,
    `select current_setting('${name}')`,
    `select 1) limit 1; set ${name} = 1; select * from (select 1`,
  ];
}
