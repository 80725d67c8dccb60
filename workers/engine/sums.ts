import type { Field } from '../../src/domain/choices';
import type { MappingProposal } from '../../src/domain/mapping';
import type { Database } from './database';
import type { CountedColumns } from './evidence';
import { moneyAt } from './money-columns';
import { rawColumn } from './reading';

const ADDS: readonly Field[] = ['amount', 'total', 'refund', 'discount', 'tax', 'shipping'];

/**
 * What the amounts of an order say of each other, over the sample: whether a full refund is the total with tax and
 * shipping, and whether the discount is still inside the amount. True where something new was learnt.
 */
export async function countSums(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  { profile, fields, numbers, amount_level, amount_from }: MappingProposal,
): Promise<boolean> {
  const at = (field: Field) => fields.find((one) => one.field === field)?.position;
  const [amount, refund, discount] = [at('amount'), at('refund'), at('discount')];
  if (profile || amount === undefined || amount_from !== 'amount') return false;
  const ofRefund = counted.columns[refund ?? -1];
  const ofDiscount = counted.columns[discount ?? -1];
  const isOpen =
    (ofRefund && ofRefund.passes_amount === undefined) ||
    (ofDiscount && ofDiscount.leaves_amount === undefined);
  if (!isOpen) return false;
  const order = at('order_id');
  const read = (field: Field) => {
    const money = moneyAt(at(field), { numbers, integer_digits: counted.integer_digits });
    const all = field === 'amount' && amount_level === 'line' ? 'sum' : 'max';
    return `coalesce(${all}(${money?.expression ?? 'null'}), 0) as ${field}`;
  };
  const [row] = await database.rows<{ full: number; more: number; before: number; after: number }>(
    signal,
    `with sums as (select ${ADDS.map(read).join(', ')} from sampled
     group by ${order === undefined ? 'rowid' : `coalesce(${rawColumn(order)}, 'row ' || rowid)`}),
     paid as (select *, if(total = 0, amount, total) as paid from sums)
     select count(*) filter (refund = paid and (paid > amount or (paid = amount and tax + shipping > 0))) as "full", count(*) filter (refund > paid) as more,
     count(*) filter (discount <> 0 and total = amount - abs(discount) + tax + shipping) as before,
     count(*) filter (discount <> 0 and total <> amount - abs(discount) + tax + shipping) as after from paid`,
  );
  if (ofRefund) ofRefund.passes_amount = (row?.full ?? 0) > 0 && 20 * row!.more <= row!.full;
  if (ofDiscount) ofDiscount.leaves_amount = (row?.before ?? 0) >= 3 && 20 * row!.after <= row!.before;
  return true;
}
