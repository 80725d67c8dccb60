import type { Field } from '../domain/choices';
import type { AmountLevel, FieldProposal, MappingProposal } from '../domain/mapping';
import { foldName } from './fold-name';
import { isNearlyUnique, type ReadColumn } from './read-columns';

/** A price beside a count of items belongs to the whole order: "items purchased" is no factor. */
const COUNTS_ITEMS = /^(items (sold|purchased)|number of .*|item count|no of .*)$/;
/** Names that mean one article's price and nothing else. */
const IS_UNIT = /unit|each|per|lineitem|don gia|单价|単価|einzel|unitario|unitaire|satuan/;

export interface SettledAmount {
  fields: FieldProposal[];
  amount_from: MappingProposal['amount_from'];
  amount_level: AmountLevel;
}

const rename = (from: FieldProposal, field: Field, reason: string): FieldProposal => ({
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

  if (of('amount')) return { fields, amount_from: 'amount', amount_level: levelOf('amount') };
  if (!isOpen('amount'))
    return { fields, amount_from: price && quantity ? 'price_times_quantity' : null, amount_level: 'line' };
  const total = of('total');
  if (
    price &&
    quantity &&
    !priceIsOfTheOrder &&
    !(total && isOneRowAnOrder && quantity.confidence !== 'sure')
  )
    return { fields, amount_from: 'price_times_quantity', amount_level: 'line' };
  const source =
    total && isOpen('total') ? total : priceIsOfTheOrder && isOpen('unit_price') ? price : undefined;
  if (!source)
    return { fields, amount_from: price && quantity ? 'price_times_quantity' : null, amount_level: 'line' };
  const reason =
    source === total
      ? 'Named like a total, and the file has no other amount.'
      : 'Named like a price that stands once a row, and no quantity multiplies it.';
  const settled = fields.map((proposal) =>
    proposal === source ? rename(source, 'amount', reason) : proposal,
  );
  return { fields: settled, amount_from: 'amount', amount_level: levelOf(source.field) };

  /** An order's amount on rows that are lines: on the first row only, or repeated on each. */
  function levelOf(field: Field): AmountLevel {
    const column = columnOf(field);
    if (!orderId || !column || isOneRowAnOrder) return 'line';
    if (column.evidence.level === 'order') return 'order_repeated';
    const orders = orderId.evidence.distinct;
    const { filled, rows } = column.evidence;
    if (filled < 0.9 * rows && Math.abs(filled - orders) <= 0.05 * orders) return 'order_first_row';
    const hasLines = of('product') !== undefined || of('sku') !== undefined || quantity !== undefined;
    return field === 'total' && hasLines ? 'order_repeated' : 'line';
  }
}
