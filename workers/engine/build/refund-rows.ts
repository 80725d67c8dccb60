import { quoteName } from '../sql/quote';
import type { RefundList } from '../import/refund-list';
import { dateExpression } from '../reading/date-expression';
import { numberExpression } from '../reading/money-columns';
import { rawColumn, type Reading } from '../reading/reading';
import type { Plan } from '../plan/plan';
import { isSentinel } from '../questions/sentinel-dates';
import { keyText } from '../import/table-keys';

const NO = `('no', 'n', 'false', '0', 'non', 'nein', 'nej', 'nao', 'khong', 'không', 'tidak', '不', '否', '-')`;

/** Rows of the list stand behind those of `raw`. */
const ROW_NO = '(select count(*) from raw) + rowid + 1 as row_no';

/** The order that a row of the list is about: by its number, or by that of one of its items. */
function orderOf({ key }: RefundList, orderId: string | null): { order: string; join: string } {
  if (!key) return { order: 'null::varchar', join: '' };
  const own = keyText(`raw_refunds.${rawColumn(key.position)}`, key.reading);
  if (orderId === null || orderId === rawColumn(key.raw_position)) return { order: own, join: '' };
  const named = keyText(rawColumn(key.raw_position), key.reading);
  return {
    order: 'items.order_id',
    join: ` left join (select ${named} as item, any_value(${keyText(orderId, key.reading)}) as order_id from raw group by item) as items
      on items.item = ${own}`,
  };
}

/**
 * The list of refunds as our fields, in the columns of the view `source_rows`: a row takes its amount back on its own day;
 * one without an amount says that the whole order came back.
 */
export function refundRows(
  { list, fields, has_times }: NonNullable<Plan['refunds']>,
  reading: Reading,
): string {
  const { amount, date, customer, flag } = fields;
  const orderId = reading.positions.order_id;
  const { order, join } = orderOf(list, orderId === undefined ? null : rawColumn(orderId));
  const dates: Reading = { ...reading, dates: date ? { [date.position]: date.reading } : {} };
  /** A day that stands for none is left to the order. */
  const dated = (text: string) => (date ? `if(${isSentinel(date.position, dates)}, null, ${text})` : 'null');
  const isNo = flag === null ? 'false' : `coalesce(lower(trim(${rawColumn(flag)})) in ${NO}, false)`;
  const moment = dateExpression(date?.position ?? 0, dates);
  const begun = `cast(${moment} as date) + to_hours(${reading.day_ends_at})`;
  const columns = [
    ROW_NO,
    `${order} as order_id`,
    `${customer === null ? 'null::varchar' : keyText(rawColumn(customer), { wrapped: true, lower: false })} as customer`,
    `${dated(rawColumn(date?.position ?? 0))}::varchar as date_text`,
    `${dated(reading.day_ends_at > 0 && !has_times ? begun : moment)}::timestamp as ordered_at`,
    `${amount ? `-abs(${numberExpression(amount.position, amount.reading, 12)})` : 'null::decimal(18, 2)'} as sales`,
    `if(${isNo}, 'other', '${amount ? 'listed' : 'returned'}') as row_kind`,
    'false as is_amount_blank',
    'false as is_sentinel_date',
    'false as is_cancelled',
    'false as has_discount',
  ];
  return `select ${columns.join(', ')} from raw_refunds${join}`;
}

/** The list under its own headers, behind the rows of `raw`. */
export function refundSource(headers: readonly string[]): string {
  const columns = headers.map((header, i) => `${rawColumn(i)} as ${quoteName(header)}`);
  return `select ${ROW_NO}, ${columns.join(', ')} from raw_refunds`;
}

/** What the search for repeated rows reads of the list. */
export function refundCells(columns: number): { fingerprints: string; cells: string } {
  const all = Array.from({ length: columns }, (_, i) => rawColumn(i));
  const cells = all.map((column) => `coalesce(${column}, chr(30))`).join(', ');
  return {
    fingerprints: `select ${ROW_NO}, hash('refund', ${all.join(', ')}) as fingerprint from raw_refunds`,
    cells: `select ${ROW_NO}, concat_ws(chr(31), 'refund', ${cells}) as cells from raw_refunds`,
  };
}
