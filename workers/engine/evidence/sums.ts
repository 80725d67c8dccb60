import type { Field } from '../../../src/domain/choices';
import type { MappingProposal } from '../../../src/domain/mapping';
import type { Database } from '../host/database';
import type { CountedColumns } from './evidence';
import { moneyAt } from '../reading/money-columns';
import { rawColumn } from '../reading/reading';

const ADDS: readonly Field[] = ['amount', 'total', 'refund', 'discount', 'tax', 'shipping'];

/**
 * What the amounts of an order say of each other, over the sample: whether the amount is the total in other words, whether refunds are paid
 * with tax and shipping, and whether the discount is still inside the amount. True where something new was learnt.
 */
export async function countSums(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  { profile, fields, numbers, amount_level, amount_from }: MappingProposal,
): Promise<boolean> {
  const at = (field: Field) => fields.find((one) => one.field === field)?.position;
  const byPrice = amount_from === 'price_times_quantity';
  const [amount, refund, discount] = [at('amount'), at('refund'), at('discount')];
  if (profile || amount_from === null) return false;
  const ofRefund = counted.columns[refund ?? -1];
  const ofDiscount = byPrice ? undefined : counted.columns[discount ?? -1];
  const ofAmount = byPrice ? undefined : counted.columns[at('total') === undefined ? -1 : (amount ?? -1)];
  const isOpen =
    (ofRefund && ofRefund.passes_amount === undefined) ||
    (ofAmount && ofAmount.is_total === undefined) ||
    (ofDiscount && ofDiscount.leaves_amount === undefined);
  if (!isOpen) return false;
  const order = at('order_id');
  const money = (field: Field) =>
    moneyAt(at(field), { numbers, integer_digits: counted.integer_digits })?.expression ?? 'null';
  const read = (field: Field) => {
    const all = field === 'amount' && amount_level === 'line' ? 'sum' : 'max';
    const value =
      field === 'amount' && byPrice ? `${money('unit_price')} * ${money('quantity')}` : money(field);
    return `coalesce(${all}(${value}), 0) as ${field}`;
  };
  const [row] = await database.rows<Counted>(
    signal,
    `with sums as (select ${ADDS.map(read).join(', ')} from sampled
     group by ${order === undefined ? 'rowid' : `coalesce(${rawColumn(order)}, 'row ' || rowid)`}),
     paid as (select *, abs(refund) as back, if(total = 0, amount, total) as paid from sums)
     select count(*) filter (back = paid and (paid > amount or (paid = amount and tax + shipping > 0))) as "full", count(*) filter (back > paid) as more,
     count(*) filter (total <> 0 and tax + shipping <> 0 and amount in (total, total - back)) as same,
     count(*) filter (total <> 0 and tax + shipping <> 0 and amount not in (total, total - back)) as other,
     count(*) filter (total <> 0 and tax + shipping = 0 and back <> 0 and amount = total - back) as left_over,
     count(*) filter (total <> 0 and tax + shipping = 0 and amount <> total - back) as not_left_over,
     count(*) filter (discount <> 0 and total = amount - abs(discount) + tax + shipping) as before,
     count(*) filter (discount <> 0 and total <> amount - abs(discount) + tax + shipping) as after from paid`,
  );
  const are = (yes = 0, no = 0) => 20 * no <= yes;
  if (ofRefund) ofRefund.passes_amount = (row?.full ?? 0) > 0 && are(row?.full, row?.more);
  if (ofAmount)
    ofAmount.is_total =
      ((row?.same ?? 0) >= 3 && are(row?.same, row?.other)) ||
      // Without tax it differs from the total only where something was given back: one such row tells.
      ((row?.left_over ?? 0) > 0 && are(row?.left_over, row?.not_left_over));
  if (ofDiscount) ofDiscount.leaves_amount = (row?.before ?? 0) >= 3 && are(row?.before, row?.after);
  return true;
}

interface Counted {
  full: number;
  more: number;
  same: number;
  other: number;
  left_over: number;
  not_left_over: number;
  before: number;
  after: number;
}
