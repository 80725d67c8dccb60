import { quoteText } from '../sql/quote';
import { isPadded, rawColumn } from '../reading/reading';

/**
 * Columns one below the other under fixed names, so that the counting of evidence is static SQL. Grouped by value where a
 * column repeats itself: a price list of 40 prices is then judged 40 times, not a million.
 */
export function examinedView(
  table: 'raw' | 'sampled',
  columns: readonly { position: number; isGrouped: boolean }[],
): string {
  const rows = columns.map(({ position, isGrouped }) => {
    const column = rawColumn(position);
    return isGrouped
      ? `select ${position} as place, min(rowid) + 1 as row_no, ${column} as value, count(*) as rows from ${table} group by ${column}`
      : `select ${position} as place, rowid + 1 as row_no, ${column} as value, 1 as rows from ${table}`;
  });
  return `create or replace view examined as ${rows.join(' union all ')}`;
}

const SAMPLE_BLOCKS = 20;
const BLOCK_ROWS = 1000;

/** The whole of a small file, and blocks from all over a large one. */
export function sampledTable(rows: number): string {
  if (rows <= SAMPLE_BLOCKS * BLOCK_ROWS) return 'create or replace table sampled as select * from raw';
  const step = Math.floor((rows - BLOCK_ROWS) / (SAMPLE_BLOCKS - 1));
  const blocks = Array.from({ length: SAMPLE_BLOCKS }, (_, i) => {
    return `select * from raw where rowid between ${i * step} and ${i * step + BLOCK_ROWS - 1}`;
  });
  return `create or replace table sampled as ${blocks.join(' union all ')}`;
}

/** The cells of the sample one below the other: one statement over many columns is planned sooner than one with a part for each. */
const sampledCells = (positions: readonly number[]): string =>
  `(select unnest([${positions.join(', ')}]) as place, unnest([${positions.map(rawColumn).join(', ')}]) as value from sampled)`;

const isWrapped = (text: string): string =>
  `(suffix(${text}, '.0') or prefix(${text}, '="') or prefix(${text}, ''''))`;

/** A number that a spreadsheet has rounded and written as 5.78E+17. */
export const isDestroyed = (text: string): string =>
  `case when contains(${text}, '+') then regexp_full_match(${text}, ' *[0-9]([.,][0-9]+)?[Ee][+][0-9]{1,3} *') else false end`;

/** One row a column of the sample: rows, those with a value, different values, values such as 17850.0, and those with blanks around. */
export const countSampled = (positions: readonly number[]): string =>
  `select place, count(*) as rows, count(value) as filled, count(distinct value) as different,
    count(*) filter (${isWrapped('value')}) as wrapped, count(*) filter (value = '' or ${isPadded('value')}) as padded,
    count(*) filter (${isDestroyed('value')}) as destroyed
  from ${sampledCells(positions)} as cells group by place`;

const isEmptyOrPadded = (text: string): string => `(${text} = '' or ${isPadded(text)})`;

/**
 * Whether an id may be odd: every text that is, and some that are not. What it begins with is told by where it stands among texts, which costs
 * a fifth of looking at its beginning; nothing before a bracket is a letter or a digit.
 */
const mayBeOdd = (text: string): string =>
  [
    `${text} < '('`,
    `(${text} >= '=' and ${text} < '>')`,
    `${text} >= chr(160)`,
    ...[`' '`, 'chr(9)', 'chr(160)', `'.0'`].map((end) => `suffix(${text}, ${end})`),
    isDestroyed(text),
  ].join(' or ');

/** For each position: rows with a value; for ids also different values (approximately), and values that are written in an odd way. */
export function countColumns(positions: readonly number[], ids: readonly number[]): string {
  const counts = positions.map((at) => `count(${rawColumn(at)}) as filled_${at}`);
  const ofIds = ids.map((at) => {
    const column = rawColumn(at);
    return `approx_count_distinct(${column}) as distinct_${at}, count(*) filter (${mayBeOdd(column)}) as odd_${at}`;
  });
  return `select ${[...counts, ...ofIds].join(', ')} from raw`;
}

/** In which way ids are odd: values such as 17850.0, with blanks around, and such as 5.78E+17. */
export function countOdd(ids: readonly number[]): string {
  const each = ids.map((at) => {
    const column = rawColumn(at);
    return `count(*) filter (${isWrapped(column)}) as wrapped_${at}, count(*) filter (${isEmptyOrPadded(column)}) as padded_${at},
      count(*) filter (${isDestroyed(column)}) as destroyed_${at}`;
  });
  return `select ${each.join(', ')} from raw`;
}

/** Orders of several rows that have a value other than zero, and those of them with one and the same on every row. */
export function countInOrders(keys: readonly string[], position: number): string {
  const [id, value] = [keys[0]!, rawColumn(position)];
  return `with orders as (
    select count(*) as rows, count(${value}) as filled, min(${value}) as low, max(${value}) as high
    from raw where ${id} is not null group by ${keys.join(', ')}
  )
  select count(*) as orders, count(*) filter (filled = rows and low = high) as one
  from orders where rows > 1 and filled > 0 and not (low = high and regexp_full_match(low, '[0.,]+'))`;
}

/** The different texts of a column, most frequent first. */
export const differentTexts = (position: number, most: number): string => {
  const column = rawColumn(position);
  return `select ${column} as value from raw where ${column} is not null
    group by ${column} order by count(*) desc, value limit ${most}`;
};

/** The different texts of a column that a pattern finds, in small letters. */
export const articlesLike = (position: number, pattern: string): string => {
  const column = rawColumn(position);
  return `select value from (select distinct ${column} as value from raw where ${column} is not null)
    where regexp_matches(lower(value), ${quoteText(pattern)}) order by value`;
};

/** The different texts of columns of the sample, most frequent first. */
export const sampledTexts = (positions: readonly number[]): string =>
  `select place, value from ${sampledCells(positions)} as cells where value is not null
  group by place, value order by place, count(*) desc, value`;
