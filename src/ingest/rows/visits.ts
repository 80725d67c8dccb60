import { IDENTITY_FIELDS, type Field } from '../../domain/choices';
import type { FieldProposal, VisitRule } from '../../domain/mapping';
import type { ReadColumn } from '../mapping/read-columns';

/** What says that a row is a line of something bought, the first that the file has. */
const GOODS: readonly Field[] = ['product', 'sku', 'quantity', 'unit_price', 'amount'];
/** Fields of the visit, beside those of the customer. */
const OF_THE_VISIT: readonly Field[] = ['date', 'time', ...IDENTITY_FIELDS];
/** Rows that have a date without a customer, or the other way round, are mistakes as long as they are so few. */
const MOST_BROKEN = 0.02;
const FEWEST = 2;
const LEAST_SHARE = 0.02;

type At = (field: Field) => number | undefined;

/** The columns that would have to be blank together below the first row of a visit; null where the rows say their order, or nobody is named. */
export function visitColumns(at: At): Omit<VisitRule, 'fills'> | null {
  const date = at('date');
  const who = IDENTITY_FIELDS.map(at).find((position) => position !== undefined);
  const goods = GOODS.map(at).find((position) => position !== undefined);
  return date === undefined || who === undefined || goods === undefined || at('order_id') !== undefined
    ? null
    : { date, who, goods };
}

/**
 * Date and customer stand on the first row of a visit alone: where the values prove it, since both are blank on the same
 * rows, and each of these rows is a line of its own.
 */
export function visitRule(
  columns: ReadColumn[],
  found: (field: Field) => FieldProposal | undefined,
): VisitRule | null {
  const at = (field: Field) => found(field)?.position;
  const rule = visitColumns(at);
  const counted = columns[rule?.date ?? -1]?.evidence.visits;
  if (!rule || !counted || counted.who !== rule.who || counted.goods !== rule.goods) return null;
  const { heads, followers, broken, starts, ends } = counted;
  if (ends && (rule.goods === at('amount') || rule.goods === at('unit_price'))) return null;
  if (!starts || followers < Math.max(FEWEST, LEAST_SHARE * heads)) return null;
  if (broken > Math.max(1, MOST_BROKEN * (heads + followers))) return null;
  return { ...rule, fills: [...new Set(OF_THE_VISIT.flatMap((field) => at(field) ?? []))] };
}
