import type { Field } from '../../domain/choices';
import type { AmountLevel, FieldProposal, MappingProposal } from '../../domain/mapping';
import type { Reason } from '../../domain/said/reasons';
import { foldName } from '../names/fold-name';
import { matchName } from '../names/match-names';
import { isNearlyUnique, type ReadColumn } from '../mapping/read-columns';

/** A price beside a count of items belongs to the whole order: "items purchased" is no factor. */
const COUNTS_ITEMS = /^(items (sold|purchased)|number of .*|item count|no of .*)$/;
/** Names that mean one article's price and nothing else. */
const IS_UNIT = /unit|each|per|lineitem|don gia|单价|単価|einzel|stuck|unitario|unitaire|\bpu\b|satuan/;

export interface SettledAmount {
  fields: FieldProposal[];
  amount_from: MappingProposal['amount_from'];
  amount_level: AmountLevel;
  /** The amount was called a total: tax and shipping are inside it. */
  from_total: boolean;
}

const rename = (from: FieldProposal, field: Field, reason: Reason): FieldProposal => ({
  ...from,
  field,
  confidence: from.confidence === 'sure' ? 'likely' : from.confidence,
  reason,
});

/**
 * Which money column is the amount. An amount or line total is; without one, unit price × quantity; without
 * both, the total or a price that stands once an order.
 */
export function settleAmount(
  fields: FieldProposal[],
  columns: ReadColumn[],
  isOpen: (field: Field) => boolean,
): SettledAmount {
  const of = (field: Field) => fields.find((proposal) => proposal.field === field);
  const columnOf = (field: Field) => columns[of(field)?.position ?? -1];
  const orderId = columnOf('order_id');
  const isOneRowAnOrder = !orderId || isNearlyUnique(orderId);
  const price = of('unit_price');
  const quantity = of('quantity');
  const priceIsOfTheOrder =
    price !== undefined &&
    !IS_UNIT.test(foldName(price.column)) &&
    (quantity === undefined || (isOneRowAnOrder && COUNTS_ITEMS.test(foldName(quantity.column))));

  const byPrice = (): SettledAmount => ({
    fields,
    amount_from: price && quantity ? 'price_times_quantity' : null,
    amount_level: 'line',
    from_total: false,
  });
  const chosen = of('amount');
  if (chosen) {
    // Chosen again by a person, a total is still one: tax and shipping stay outside of sales.
    const from_total = matchName(chosen.column)[0]?.field === 'total';
    const amount_level = levelOfAmount(columns, fields, from_total);
    return { fields, amount_from: 'amount', amount_level, from_total };
  }
  if (!isOpen('amount')) return byPrice();
  const total = of('total');
  // An order's discount that is repeated on its rows cannot be taken off each of them; its total has it taken off.
  const discount = columnOf('discount')?.evidence.in_orders;
  const discountIsOfOrder =
    discount !== undefined && discount.filled >= 3 && discount.repeated >= 0.95 * discount.orders;
  if (
    price &&
    quantity &&
    !priceIsOfTheOrder &&
    !(total && discountIsOfOrder) &&
    !(total && isOneRowAnOrder && quantity.confidence !== 'sure')
  )
    return byPrice();
  const source =
    total && isOpen('total') ? total : priceIsOfTheOrder && isOpen('unit_price') ? price : undefined;
  if (!source) return byPrice();
  const reason: Reason = { id: source === total ? 'only-total' : 'price-of-row', values: {} };
  const settled = fields.map((proposal) =>
    proposal === source ? rename(source, 'amount', reason) : proposal,
  );
  return {
    fields: settled,
    amount_from: 'amount',
    amount_level: levelOfAmount(columns, settled, source === total),
    from_total: source === total,
  };
}

/** An order's amount on rows that are lines: on the first row only, or repeated on each. */
export function levelOfAmount(
  columns: ReadColumn[],
  fields: FieldProposal[],
  isOfOrder: boolean,
): AmountLevel {
  const columnOf = (field: Field) =>
    columns[fields.find((proposal) => proposal.field === field)?.position ?? -1];
  const [orderId, amount] = [columnOf('order_id'), columnOf('amount')];
  if (!orderId || !amount || isNearlyUnique(orderId)) return 'line';
  if (amount.evidence.level === 'order') return 'order_repeated';
  const orders = orderId.evidence.distinct;
  const { filled, rows, in_orders } = amount.evidence;
  if (filled < 0.9 * rows && Math.abs(filled - orders) <= 0.05 * orders) return 'order_first_row';
  const lines = (['product', 'sku', 'quantity', 'unit_price'] as const).flatMap(
    (field) => columnOf(field) ?? [],
  );
  if (!in_orders || in_orders.orders === 0) return isOfOrder && lines.length > 0 ? 'order_repeated' : 'line';
  if (in_orders.repeated < 0.95 * in_orders.orders) return 'line';
  // Lines of one price repeat it too: the goods have to differ where the amount does not.
  const differ = lines.some(({ evidence }) => {
    const goods = evidence.in_orders;
    return goods !== undefined && goods.repeated < 0.7 * goods.orders;
  });
  return differ && (isOfOrder || in_orders.orders >= 20) ? 'order_repeated' : 'line';
}
