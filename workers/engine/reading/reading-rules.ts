import type { Field } from '../../../src/domain/choices';
import type { MappingProposal } from '../../../src/domain/mapping';
import { isRateColumn, readColumns } from '../../../src/ingest/mapping/read-columns';
import type { Reading } from './reading';
import type { CountedColumns } from '../evidence/evidence';

/** Money that may belong to the whole order, though it stands on each of its rows. */
const MAY_BE_OF_THE_ORDER: readonly Field[] = ['shipping', 'tax', 'discount', 'refund'];

/** Positions of columns whose value is the whole order's and would be multiplied by its rows. */
export function onceAnOrder({ counted }: { counted: CountedColumns }, { fields }: MappingProposal): number[] {
  return fields.flatMap(({ field, position }) => {
    const column = counted.columns[position];
    if (!column || !MAY_BE_OF_THE_ORDER.includes(field)) return [];
    const isRepeated = field === 'shipping' && (counted.repeated.get(position) ?? false);
    return column.level === 'order' || isRepeated ? [position] : [];
  });
}

/** Whether the discount is a share of the price. */
export function discountRate(
  { counted }: { counted: CountedColumns },
  { fields, amount_from }: MappingProposal,
): Reading['discount_rate'] {
  if (amount_from !== 'price_times_quantity') return null;
  const found = fields.find(({ field }) => field === 'discount');
  const column = found && counted.columns[found.position];
  if (!column) return null;
  const [read] = readColumns([column], {});
  const highest = counted.highest.get(column.position)?.most ?? 0;
  if (!read || !isRateColumn(read) || highest <= 0 || highest > 100) return null;
  return highest <= 1
    ? 'share'
    : SAYS_PERCENT.test(column.column + column.examples.join())
      ? 'percent'
      : null;
}

const SAYS_PERCENT = /%|\b(percent|pct|rate)\b/i;
