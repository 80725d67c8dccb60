import { fault, type Fault } from '../../domain/said/problems';
import type { AsideReason } from '../../domain/said/file-problems';

/** Reasons that tell of the file. Those that are a person's own are not here: an empty file is then what was asked for. */
const REASONS: readonly AsideReason[] = [
  'ragged_row',
  'blank_row',
  'unreadable_date',
  'unreadable_amount',
  'sentinel_date',
  'future_date',
  'other_currency',
  'cancelled_document',
  'zero_price',
  'negative_quantity',
  'negative_amount',
  'no_customer',
  'refund_row',
  'other_row',
  'total_row',
  'heading_row',
];

/** The refusal of a file of which every row was set aside, with the reason that took most of them; null where some row is used. */
export function nothingUsed(
  file: string,
  rowsRead: number,
  rowsUsed: number,
  setAside: readonly { rule: string; rows: number }[],
): Fault | null {
  const [most] = setAside
    .flatMap(({ rule, rows }) => {
      const reason = REASONS.find((one) => one === rule);
      return reason ? [{ reason, rows }] : [];
    })
    .toSorted((a, b) => b.rows - a.rows);
  if (rowsUsed > 0 || rowsRead === 0 || !most) return null;
  return fault('nothing-used', { name: file, rows_read: rowsRead, ...most }, { file });
}
