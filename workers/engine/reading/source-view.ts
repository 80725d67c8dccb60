import { IDENTITY_FIELDS } from '../../../src/domain/choices';
import type { RowRules } from '../../../src/domain/mapping';
import { isDestroyed } from '../evidence/evidence-texts';
import { dateExpression, orderedAt } from './date-expression';
import { moneyColumns } from './money-columns';
import { LONGEST_LINE } from '../../readers/regular-text';
import { quoteName, quoteText } from '../sql/quote';
import { ratedRows } from './rates';
import { visitNumber } from '../evidence/visits';
import { isSentinel } from '../questions/sentinel-dates';
import {
  cell,
  headingAbove,
  isFollower,
  isHead,
  isOneOf,
  rawColumn,
  trimmed,
  type Reading,
  type TextMeanings,
} from './reading';

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
  'staff',
  'branch',
  'referred_by',
  'consent',
] as const;

/** The file's rows as our fields, typed: the only place where a mapping becomes SQL. */
export function sourceRowsView(
  reading: Reading,
  texts: TextMeanings,
  beside: string | null,
): { sql: string; scale: number } {
  const { positions, layout } = reading;
  const money = moneyColumns(reading, texts);
  const columns = [
    'rowid + 1 as row_no',
    ...money.columns,
    `${kindExpression(layout.rows, texts)} as row_kind`,
    ...textFields.map((field) => `${textExpression(field, reading, texts)} as ${field}`),
    `${positions.date === undefined ? 'null::varchar' : cell(positions.date, reading)} as date_text`,
    `${orderedAt(reading)} as ordered_at`,
    `${isSentinel(positions.date, reading)} as is_sentinel_date`,
    `currency as currency_read`,
    `${cancelledExpression(reading, texts.cancelled)} as is_cancelled`,
    `${discountExpression(reading)} as has_discount`,
    `${typeExpression(reading, texts)} as customer_type`,
    `${consentExpression(reading, texts)} as has_consent`,
    ...DAYS.map((field) => `${dayExpression(reading.positions[field], reading)} as ${DAY_NAMES[field]}`),
  ];
  const read = `select ${columns.join(',\n  ')} from raw`;
  const { rates } = reading;
  const rows = rates === null ? read : ratedRows(read, rates);
  return {
    sql: `create or replace view source_rows as ${rows}${beside === null ? '' : ` union all by name ${beside}`}`,
    scale: money.scale + (rates?.scale ?? 0),
  };
}

/** What a spreadsheet leaves of an id: `17850.0`, `="17850"`, `'17850`. */
const WRAPPED = `^(?:=")?''?([^"]*?)(?:[.]0)?"?$`;

function textExpression(field: (typeof textFields)[number], reading: Reading, texts: TextMeanings): string {
  const position = reading.positions[field];
  if (field === 'currency' && reading.currency_marks.length > 0) return currencyBeside(reading);
  const { visit } = reading.layout.rows;
  if (field === 'order_id' && visit)
    return `if((${isHead(visit)}) or (${isFollower(visit)}), ${visitNumber(visit)}, null)`;
  if (position === undefined) return 'null::varchar';
  const { heading } = reading.layout.rows;
  const column =
    heading === position && field === 'customer'
      ? headingAbove(position, reading.positions.date)
      : cell(position, reading);
  const plain = reading.unpadded.includes(position) ? column : `nullif(${trimmed(column)}, '')`;
  const id = reading.wrapped.includes(position) ? `regexp_replace(${plain}, '${WRAPPED}', '\\1')` : plain;
  const nobody = texts.nobody[position] ?? [];
  const known = nobody.length === 0 ? id : `if(${isOneOf(plain, nobody)}, null, ${id})`;
  const named = reading.destroyed.includes(position) ? `if(${isDestroyed(column)}, null, ${known})` : known;
  const of = reading.positions.refund_of;
  // On a refund that names its sale stands who sent the money back: the buyer is the one of that sale.
  if (of !== undefined && texts.kinds.refund.length > 0 && IDENTITY_FIELDS.some((one) => one === field))
    return `if(row_kind = 'refund' and ${rawColumn(of)} is not null, null, ${named})`;
  if (field !== 'order_id') return named;
  if (of === undefined || texts.kinds.refund.length === 0) return withKey(named, reading);
  const refunded = `if(row_kind = 'refund', coalesce(nullif(${trimmed(rawColumn(of))}, ''), ${named}), ${named})`;
  return withKey(refunded, reading);
}

/** An order's number with what tells it from the same number elsewhere. */
const withKey = (number: string, { order_key }: Reading): string =>
  order_key === null ? number : `(${number} || coalesce(' ' || ${order_key}, ''))`;

/** The currency whose sign or code stands beside a row's amount; null where none does. */
function currencyBeside({ positions, amount_from, currency_marks }: Reading): string {
  const at = amount_from === 'amount' ? positions.amount : positions.unit_price;
  if (at === undefined) return 'null::varchar';
  const cases = currency_marks.map(
    ({ text, currency }) => `when contains(${rawColumn(at)}, ${quoteText(text)}) then ${quoteText(currency)}`,
  );
  return `case ${cases.join(' ')} end`;
}

/** What the file itself calls a row: a sale, a refund, or something else; null where it does not say. */
function kindExpression(rows: RowRules, { kinds }: TextMeanings): string {
  const cases: string[] = [];
  if (rows.only_filled !== null) cases.push(`when ${rawColumn(rows.only_filled)} is null then 'other'`);
  if (rows.type) {
    const type = trimmed(rawColumn(rows.type.position));
    const { outgoing_is_other: isLedger } = rows;
    if (kinds.refund.length > 0)
      cases.push(
        `when ${isOneOf(type, kinds.refund)} then ${isLedger ? `if(sales > 0, 'other', 'refund')` : `'refund'`}`,
      );
    if (kinds.other.length > 0) cases.push(`when ${isOneOf(type, kinds.other)} then 'other'`);
    if (isLedger) cases.push(`when sales < 0 then 'other'`);
  }
  return cases.length === 0 ? 'null::varchar' : `case ${cases.join(' ')} end`;
}

function cancelledExpression({ positions }: Reading, statuses: string[]): string {
  const tests = [
    ...(positions.cancelled_at === undefined
      ? []
      : [`nullif(${trimmed(rawColumn(positions.cancelled_at))}, '') is not null`]),
    ...(positions.status === undefined || statuses.length === 0
      ? []
      : [isOneOf(rawColumn(positions.status), statuses)]),
  ];
  return tests.length > 0 ? `(${tests.join(' or ')})` : 'false';
}

const DAYS = ['delivered_at', 'birthday'] as const;
const DAY_NAMES = { delivered_at: 'delivered_on', birthday: 'birthday' };

const dayExpression = (position: number | undefined, reading: Reading): string =>
  position === undefined ? 'null::date' : `cast(${dateExpression(position, reading)} as date)`;

/** 'dealer' or 'staff' where the row's text says so; null for final customers. */
function typeExpression({ positions }: Reading, { customers }: TextMeanings): string {
  const column = positions.customer_type;
  if (column === undefined) return 'null::varchar';
  return `case when ${isOneOf(rawColumn(column), customers.staff)} then 'staff'
    when ${isOneOf(rawColumn(column), customers.dealer)} then 'dealer' end`;
}

/** Whether the row says that the customer may be written to: an empty cell does not. Null where no column says anything. */
function consentExpression({ positions }: Reading, { consenting }: TextMeanings): string {
  if (positions.consent === undefined) return 'null::boolean';
  return consenting.length === 0
    ? 'false'
    : `coalesce(${isOneOf(rawColumn(positions.consent), consenting)}, false)`;
}

function discountExpression({ positions }: Reading): string {
  const tests = [
    ...(positions.discount === undefined ? [] : ['coalesce(discount <> 0, false)']),
    ...(positions.discount_code === undefined ? [] : [`${rawColumn(positions.discount_code)} is not null`]),
  ];
  return tests.length > 0 ? `(${tests.join(' or ')})` : 'false';
}

/** The texts of a list that stand in a column, as they are written there. */
export const textsPresent = (position: number, texts: readonly string[]): string => {
  const column = rawColumn(position);
  return `select distinct ${column} as value from raw where ${column} in (${texts.map(quoteText).join(', ')})`;
};

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
