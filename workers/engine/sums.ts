import type { Field } from '../../src/domain/choices';
import type { MappingProposal } from '../../src/domain/mapping';
import type { Database } from './database';
import type { CountedColumns } from './evidence';
import { moneyAt } from './money-columns';

const ADDS: readonly Field[] = ['amount', 'total', 'refund', 'discount', 'tax', 'shipping'];

/**
 * What the amounts of a row say of each other, over the sample: whether a full refund is the total with tax and
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
  const order = counted.columns[at('order_id') ?? -1];
  const isOneRow = !order || order.distinct >= 0.9 * order.filled;
  const isPerOrder = amount_level !== 'line' || isOneRow;
  if (profile || amount === undefined || amount_from !== 'amount' || !isPerOrder) return false;
  const ofRefund = counted.columns[refund ?? -1];
  const ofDiscount = counted.columns[discount ?? -1];
  const isOpen =
    (ofRefund && ofRefund.passes_amount === undefined) ||
    (ofDiscount && ofDiscount.leaves_amount === undefined);
  if (!isOpen) return false;
  const read = (field: Field) => {
    const money = moneyAt(at(field), { numbers, integer_digits: counted.integer_digits });
    return `coalesce(${money?.expression ?? 'null'}, 0) as ${field}`;
  };
  const [row] = await database.rows<{ full: number; more: number; before: number; after: number }>(
    signal,
    `with sums as (select ${ADDS.map(read).join(', ')} from sampled),
     paid as (select *, if(total = 0, amount, total) as paid from sums)
     select count(*) filter (refund = paid and tax + shipping > 0) as "full", count(*) filter (refund > paid) as more,
     count(*) filter (discount <> 0 and total = amount - abs(discount) + tax + shipping) as before,
     count(*) filter (discount <> 0 and total <> amount - abs(discount) + tax + shipping) as after from paid`,
  );
  if (ofRefund) ofRefund.passes_amount = (row?.full ?? 0) > 0 && row?.more === 0;
  if (ofDiscount) ofDiscount.leaves_amount = (row?.before ?? 0) >= 3 && 20 * row!.after <= row!.before;
  return true;
}
