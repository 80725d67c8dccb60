import type { Database } from '../host/database';

/** What the staged rows hold for the later steps to do: a step that finds nothing would read every row all the same. */
export interface SeenRows {
  /** Rows without a date or an amount: sums of rows above, headings, notes. */
  loose: number;
  cancelled: number;
  refunds: number;
  overlaps: number;
  /** No sum of money of any of these rows is larger. */
  most_money: number | null;
  /** Digits after the decimal mark of the money that has most of them. */
  scale: number | null;
}

const MONEY = ['sales', 'refund', 'total', 'tax'] as const;

export async function seenRows(signal: AbortSignal, database: Database): Promise<SeenRows> {
  const sums = MONEY.map((column) => `coalesce(sum(abs(${column})), 0)`).join(', ');
  const scales = MONEY.map(
    (column) => `regexp_extract(any_value(typeof(${column})), '([0-9]+)\\)', 1)::integer`,
  );
  const [row] = await database.rows<SeenRows>(
    signal,
    `select count(*) filter (rule_id in ('unreadable_date', 'unreadable_amount', 'blank_row')) as loose,
     count(*) filter (kind = 'sale' and is_cancelled) as cancelled, count(*) filter (kind = 'refund') as refunds,
     (select count(*) from overlap_rows) + (select count(*) from refund_overlap_rows) as overlaps,
     greatest(${sums})::double as most_money, greatest(${scales.join(', ')}) as scale from staged_lines`,
  );
  return row ?? { loose: 0, cancelled: 0, refunds: 0, overlaps: 0, most_money: null, scale: null };
}

/** Room for what refunds of whole orders add to the rows. */
const ROOM = 10;

/**
 * A sum of decimals has 38 digits, which take twice the memory of 18 and, compressed, ten times as long to read. Where the sum of all money
 * has no more than 18, no sum of a part of it has.
 */
export function moneyMacro({ most_money, scale }: SeenRows): string {
  const isSmall = most_money !== null && scale !== null && most_money * 10 ** scale * ROOM < 1e18;
  return `create or replace macro narrow_money(amount) as ${isSmall ? `cast(amount as decimal(18, ${scale}))` : 'amount'}`;
}
