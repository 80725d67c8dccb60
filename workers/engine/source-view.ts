import type { Choices, Field } from '../../src/domain/choices';
import type { DateReading, NumberReading } from '../../src/domain/evidence';
import type { AmountLevel } from '../../src/domain/mapping';
import { zoneOffsets } from '../../src/domain/calendar';
import { LONGEST_LINE } from '../readers/regular-text';
import { literal, quoteName, quoteText } from './quote';

/** All that decides how the raw text columns become typed ones. Positions count from 0. */
export interface Reading {
  positions: Partial<Record<Field, number>>;
  dates: Record<number, DateReading>;
  numbers: Record<number, NumberReading>;
  /** Digits before the decimal mark that a column needs; 12 where unknown. */
  integer_digits: Record<number, number>;
  amount_from: 'amount' | 'price_times_quantity';
  amount_level: AmountLevel;
  tax: NonNullable<Choices['tax']>;
  zone: string | null;
  /** Columns of ids that went through a spreadsheet: `17850.0` is read as 17850. */
  wrapped: number[];
  /** Columns whose value is that of the whole order and stands on each of its rows: counted once an order. */
  once: number[];
  /** The import that brought a row, as an expression on it; null where there was one import. */
  generation: string | null;
  /** The discount is a share of the price, 0..1 or in percent. */
  discount_rate: 'share' | 'percent' | null;
  shipping: NonNullable<Choices['shipping']>;
  /** Columns where no value begins or ends with a blank: a million of them need no trimming. */
  unpadded: number[];
}

/** The name of the raw column at a position. Their headers never become SQL, except in the view `source`. */
export const rawColumn = (position: number): string => `c${position}`;

/** The read of the file: every column as text, every setting said, nothing sniffed. */
export function readCsv(
  file: string,
  columns: number,
  dialect: { delimiter: string; quote: string; escape: string; has_header: boolean; skip_lines: number },
  lineEnd: '\n' | '\r\n',
): string {
  const types = Array.from({ length: columns }, (_, i) => `${quoteText(rawColumn(i))}: 'VARCHAR'`).join(', ');
  return `select * from read_csv(${quoteText(file)}, auto_detect = false, columns = {${types}},
    header = ${dialect.has_header}, skip = ${dialect.skip_lines}, delim = ${quoteText(dialect.delimiter)},
    quote = ${quoteText(dialect.quote)}, escape = ${quoteText(dialect.escape)}, nullstr = '',
    new_line = ${quoteText(lineEnd === '\n' ? '\\n' : '\\r\\n')}, max_line_size = ${LONGEST_LINE}, buffer_size = ${2 * LONGEST_LINE})`;
}

/** Rows that fit no column, from a file of their lines and texts. */
export const raggedRowsTable = (file: string): string =>
  `create or replace table ragged_rows as select * from read_csv(${quoteText(file)}, auto_detect = false,
    columns = {'line': 'BIGINT', 'text': 'VARCHAR'}, header = false, delim = ',', quote = '"', escape = '"',
    max_line_size = ${LONGEST_LINE}, buffer_size = ${2 * LONGEST_LINE})`;

/** The file's rows under their own headers, with the row number: what a person downloads or queries. */
export function sourceView(headers: string[], beside: string | null = null): string {
  const columns = headers.map((header, i) => `${rawColumn(i)} as ${quoteName(header)}`);
  const rows = `select rowid + 1 as row_no, ${columns.join(', ')} from raw`;
  return `create or replace view source as ${rows}${beside === null ? '' : ` union all by name ${beside}`}`;
}

const textFields = [
  'order_id',
  'customer',
  'email',
  'phone',
  'customer_name',
  'currency',
  'product',
  'sku',
  'category',
  'country',
  'channel',
  'discount_code',
  'status',
] as const;

/** The file's rows as our fields, typed: the only place where a mapping becomes SQL. */
export function sourceRowsView(
  reading: Reading,
  cancelled: string[],
  beside: string | null,
): { sql: string; scale: number } {
  const text = (field: Field): string => {
    const position = reading.positions[field];
    if (position === undefined) return 'null::varchar';
    const column = rawColumn(position);
    const trimmed = reading.unpadded.includes(position) ? column : `nullif(trim(${column}), '')`;
    return reading.wrapped.includes(position)
      ? `regexp_replace(${trimmed}, '^([0-9]+)\\.0$', '\\1')`
      : trimmed;
  };
  const date = reading.positions.date;
  const money = moneyExpressions(reading);
  const columns = [
    'rowid + 1 as row_no',
    ...textFields.map((field) => `${text(field)} as ${field}`),
    `${date === undefined ? 'null::varchar' : rawColumn(date)} as date_text`,
    `${date === undefined ? 'null::timestamp' : dateExpression(date, reading)} as ordered_at`,
    `${cancelledExpression(reading, cancelled)} as is_cancelled`,
    ...money.columns,
    `${discountExpression(reading)} as has_discount`,
    'null::varchar as row_kind',
  ];
  const rows = `select ${columns.join(',\n  ')} from raw`;
  return {
    sql: `create or replace view source_rows as ${rows}${beside === null ? '' : ` union all by name ${beside}`}`,
    scale: money.scale,
  };
}

function cancelledExpression({ positions }: Reading, statuses: string[]): string {
  const tests = [
    ...(positions.cancelled_at === undefined ? [] : [`${rawColumn(positions.cancelled_at)} is not null`]),
    ...(positions.status === undefined || statuses.length === 0
      ? []
      : [`coalesce(${rawColumn(positions.status)} in (${statuses.map(quoteText).join(', ')}), false)`]),
  ];
  return tests.length > 0 ? `(${tests.join(' or ')})` : 'false';
}

function discountExpression({ positions }: Reading): string {
  const tests = [
    ...(positions.discount === undefined ? [] : ['coalesce(discount > 0, false)']),
    ...(positions.discount_code === undefined ? [] : [`${rawColumn(positions.discount_code)} is not null`]),
  ];
  return tests.length > 0 ? `(${tests.join(' or ')})` : 'false';
}

/**
 * One column under a fixed name, so that the counting of evidence is static SQL. Grouped by value where a column
 * repeats itself: a price list of 40 prices is then judged 40 times, not a million.
 */
export function examinedView(table: 'raw' | 'sampled', position: number, grouped: boolean): string {
  const column = rawColumn(position);
  const rows = grouped
    ? `select min(rowid) + 1 as row_no, ${column} as value, count(*) as rows from ${table} group by ${column}`
    : `select rowid + 1 as row_no, ${column} as value, 1 as rows from ${table}`;
  return `create or replace view examined as ${rows}`;
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

/** For each position: rows with a value; for ids also different values (approximately) and values such as 17850.0. */
export function countColumns(table: 'raw' | 'sampled', positions: number[], ids: number[]): string {
  const counts = positions.map((at) => `count(${rawColumn(at)}) as filled_${at}`);
  const ofIds = ids.map((at) => {
    const column = rawColumn(at);
    return `approx_count_distinct(${column}) as distinct_${at}, count(*) filter (suffix(${column}, '.0')) as wrapped_${at},
      count(*) filter (prefix(${column}, ' ') or suffix(${column}, ' ')) as padded_${at}`;
  });
  return `select ${['count(*) as rows', ...counts, ...ofIds].join(', ')} from ${table}`;
}

/** Orders of several rows that have a value other than zero, and those of them with one and the same on every row. */
export function countInOrders(order: number, position: number): string {
  const [id, value] = [rawColumn(order), rawColumn(position)];
  return `with orders as (
    select count(*) as rows, count(${value}) as filled, min(${value}) as low, max(${value}) as high
    from raw where ${id} is not null group by ${id}
  )
  select count(*) as orders, count(*) filter (filled = rows and low = high) as one
  from orders where rows > 1 and filled > 0 and not (low = high and regexp_full_match(low, '[0.,]+'))`;
}

/** A text's offset stands after a time, never after a bare date, whose `-03` is a day. */
const OFFSET = '(:[0-9]{2}(?:[.][0-9]+)?)\\s*(?:Z|UTC|([+-])([0-9]{2}):?([0-9]{2})?)$';

export function dateExpression(position: number, reading: Reading): string {
  const how = reading.dates[position];
  if (!how) return 'null::timestamp';
  const column = rawColumn(position);
  const pattern = quoteText(OFFSET);
  const text = how.has_offset ? `regexp_replace(trim(${column}), ${pattern}, '\\1')` : `trim(${column})`;
  const formats = how.formats.map((format) => format.replace(/\s*(%z|Z)$/i, ''));
  const wall =
    how.style === 'iso'
      ? `try_cast(${how.has_offset ? text : column} as timestamp)`
      : formats.map((format) => `try_strptime(${text}, ${quoteText(format)})`).join(', ');
  const read = how.style === 'formats' && formats.length > 1 ? `coalesce(${wall})` : wall;
  // Without a zone the text's own wall clock stands: a shop's export carries the shop's own offsets.
  if (!how.has_offset || reading.zone === null) return read;
  const part = (group: number) =>
    `coalesce(try_cast(regexp_extract(${column}, ${pattern}, ${group}) as integer), 0)`;
  const sign = `case when regexp_extract(${column}, ${pattern}, 2) = '-' then -1 else 1 end`;
  return shiftToZone(`(${read} - to_minutes(${sign} * (60 * ${part(3)} + ${part(4)})))`, reading.zone);
}

function shiftToZone(utc: string, zone: string): string {
  const [first, ...later] = zoneOffsets(zone, 1990, 2060);
  if (!first) return utc;
  const cases = later
    .toReversed()
    .map((change) => `when ${utc} >= ${literal(change.from_utc)}::timestamp then ${change.minutes}`);
  const minutes =
    cases.length > 0 ? `case ${cases.join(' ')} else ${first.minutes} end` : String(first.minutes);
  return `${utc} + to_minutes(cast(${minutes} as integer))`;
}

interface Money {
  expression: string;
  scale: number;
  digits: number;
}

function moneyExpressions(reading: Reading): { columns: string[]; scale: number } {
  const read = (field: Field): Money | null => {
    const position = reading.positions[field];
    if (position === undefined) return null;
    const how = reading.numbers[position] ?? { decimal: '.', group: '', scale: 6, needs_cleaning: true };
    // Digits were counted before a dot; where the dot separates thousands that says nothing.
    const counted = how.decimal === '.' ? reading.integer_digits[position] : undefined;
    const digits = Math.min(counted ?? 12, 18);
    const expression = numberExpression(position, how, digits);
    const money = { expression, scale: how.scale, digits };
    return reading.once.includes(position) ? onFirstRow(reading, money) : money;
  };
  const quantity = read('quantity');
  const price = read('unit_price');
  const amount = read('amount');
  const discount = read('discount');
  const tax = read('tax');
  const shipping = read('shipping');
  const byPrice = reading.amount_from === 'price_times_quantity';
  const terms: { sign: '+' | '-'; money: Money }[] = [];
  if (byPrice && quantity && price) {
    const full = times(quantity, price);
    terms.push({
      sign: '+',
      money: discount && reading.discount_rate ? lessShare(full, discount, reading) : full,
    });
    if (discount && !reading.discount_rate) terms.push({ sign: '-', money: optional(discount) });
  } else if (amount) {
    terms.push({ sign: '+', money: oncePerOrder(reading, amount) });
  }
  if (reading.tax === 'in' && tax) terms.push({ sign: '+', money: optional(tax) });
  if (reading.shipping === 'in' && shipping) terms.push({ sign: '+', money: optional(shipping) });
  const scale = Math.max(2, ...terms.map(({ money }) => money.scale));
  const digits = Math.max(1, ...terms.map(({ money }) => money.digits)) + 1;
  const type = decimalType(digits, scale);
  const sum = terms.map(({ sign, money }) => `${sign} ${money.expression}`).join(' ') || 'null';
  const plain = (field: Field) => read(field)?.expression ?? 'null::decimal(18, 2)';
  const amountColumns = byPrice ? ['quantity', 'unit_price'] : ['amount'];
  const texts = amountColumns
    .map((field) => reading.positions[field as Field])
    .filter((p) => p !== undefined);
  return {
    scale,
    columns: [
      `cast(${sum.replace(/^\+ /, '')} as ${type}) as sales`,
      `${texts.map((p) => `${rawColumn(p)} is null`).join(' and ') || 'true'} as is_amount_blank`,
      `${quantity?.expression ?? 'null::decimal(18, 0)'} as quantity`,
      `${price?.expression ?? 'null::decimal(18, 2)'} as unit_price`,
      `${plain('discount')} as discount`,
      `${plain('tax')} as tax`,
      `${plain('shipping')} as shipping`,
      `${plain('total')} as total`,
      `${plain('refund')} as refund`,
      `${plain('cost')} as cost`,
    ],
  };
}

/** An amount of the whole order is counted on its first row only, whether the others are blank or repeat it. */
function oncePerOrder(reading: Reading, amount: Money): Money {
  const order = reading.positions.order_id;
  if (reading.amount_level === 'line') return amount;
  if (reading.amount_level === 'order_first_row' || order === undefined) return optional(amount);
  return onFirstRow(reading, amount);
}

function onFirstRow({ positions, generation }: Reading, money: Money): Money {
  const order = positions.order_id;
  if (order === undefined) return money;
  const by = `coalesce(${rawColumn(order)}, 'row ' || rowid)${generation === null ? '' : `, ${generation}`}`;
  const isFirst = `rowid = min(rowid) over (partition by ${by})`;
  return { ...money, expression: `if(${isFirst}, ${money.expression}, 0)` };
}

const times = (a: Money, b: Money): Money => ({
  expression: `${a.expression} * ${b.expression}`,
  scale: a.scale + b.scale,
  digits: a.digits + b.digits,
});

/** The price of the rest: 0.2, or 20 in percent, takes a fifth off. */
function lessShare(full: Money, { expression, scale }: Money, { discount_rate }: Reading): Money {
  const whole = discount_rate === 'percent' ? 100 : 1;
  const rest = `cast(${whole} - coalesce(${expression}, 0) as decimal(${scale + 4}, ${scale}))`;
  const product = `${full.expression} * ${rest}`;
  const shift = discount_rate === 'percent' ? 2 : 0;
  return {
    expression: shift
      ? `cast(${product} as decimal(38, ${full.scale + scale})) * cast(0.01 as decimal(3, 2))`
      : product,
    scale: full.scale + scale + shift,
    digits: full.digits + 1,
  };
}

const optional = (money: Money): Money => ({ ...money, expression: `coalesce(${money.expression}, 0)` });

/** 18 digits are held in a machine word; more take four times as long to sum. */
function decimalType(digits: number, scale: number): string {
  return digits + scale <= 18 ? `decimal(18, ${scale})` : `decimal(38, ${scale})`;
}

export function numberExpression(position: number, how: NumberReading, digits: number): string {
  const column = rawColumn(position);
  const width = digits + how.scale <= 18 ? Math.max(digits + how.scale, 1) : 38;
  const type = `decimal(${width}, ${how.scale})`;
  if (!how.needs_cleaning && how.decimal === '.' && how.group === '') return `try_cast(${column} as ${type})`;
  // Keep digits, signs, brackets and both marks; then drop the thousands mark and turn the decimal one to a dot.
  let kept = `regexp_replace(${column}, '[^0-9,.()\\x{2212}+-]', '', 'g')`;
  kept = `replace(${kept}, chr(8722), '-')`;
  kept = `replace(${kept}, ${quoteText(how.decimal === '.' ? ',' : '.')}, '')`;
  if (how.decimal === ',') kept = `replace(${kept}, ',', '.')`;
  const negative = `(${column} like '%(%)%' or trim(${column}) like '%-' or ${kept} like '-%')`;
  const bare = `regexp_replace(${kept}, '[()+-]', '', 'g')`;
  return `try_cast(case when ${negative} then '-' else '' end || ${bare} as ${type})`;
}

/** Columns in which two different rows mostly differ; rows that agree in all of them are compared whole. */
const TELLING = ['order_id', 'sku', 'product', 'quantity', 'amount', 'date', 'customer'] as const;
const TELLING_ENOUGH = 4;

/** What the search for repeated rows reads: a fingerprint of each row, and its cells as one text. */
export function rowViews(
  columns: number,
  positions: Reading['positions'],
  beside: { fingerprints: string; cells: string } | null,
): string[] {
  const and = (rows: string | undefined) => (rows === undefined ? '' : ` union all by name ${rows}`);
  const all = Array.from({ length: columns }, (_, i) => rawColumn(i));
  const telling = TELLING.flatMap((field) => positions[field] ?? [])
    .slice(0, TELLING_ENOUGH)
    .map(rawColumn);
  const cells = all.map((column) => `coalesce(${column}, chr(30))`).join(', ');
  return [
    `create or replace view row_fingerprints as
     select rowid + 1 as row_no, hash(${(telling.length > 0 ? telling : all).join(', ')}) as fingerprint from raw${and(beside?.fingerprints)}`,
    `create or replace view row_cells as select rowid + 1 as row_no, concat_ws(chr(31), ${cells}) as cells from raw${and(beside?.cells)}`,
  ];
}
