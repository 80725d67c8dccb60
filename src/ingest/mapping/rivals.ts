import type { Field } from '../../domain/choices';
import type { FieldProposal } from '../../domain/mapping';
import { matchesOf } from './column-levels';
import { fitsField } from './fits-field';
import type { ReadColumn } from './read-columns';

/** What a wrong column for these would change all figures. */
const DECISIVE: readonly Field[] = [
  'date',
  'order_id',
  'customer',
  'email',
  'phone',
  'amount',
  'unit_price',
  'quantity',
];

/**
 * The same proposals, but none is sure of a decisive field where an unused column has a name and values for it too: each of those is named
 * as its rival. What a person or a known export says has none.
 */
export function withRivals(
  fields: FieldProposal[],
  columns: readonly ReadColumn[],
  isSettled: (proposal: FieldProposal) => boolean,
): FieldProposal[] {
  const used = new Set(fields.map(({ position }) => position));
  const unused = columns.filter(({ evidence }) => !used.has(evidence.position) && evidence.filled > 0);
  return fields.map((one) => {
    if (!DECISIVE.includes(one.field) || isSettled(one)) return one;
    const rivals = unused
      .filter(
        (column) =>
          fitsField(one.field, column) &&
          matchesOf(column).some(({ field, how }) => field === one.field && how === 'whole'),
      )
      .map(({ evidence }) => evidence.column);
    if (rivals.length === 0) return one;
    return { ...one, rivals, confidence: one.confidence === 'sure' ? 'likely' : one.confidence };
  });
}
