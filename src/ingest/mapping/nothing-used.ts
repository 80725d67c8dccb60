import type { Problem } from '../../domain/outcome';

/** Why a row is set aside, as the end of a sentence. Reasons that are a person's own are not here: an empty file is then what was asked for. */
const REASONS: Record<string, string> = {
  ragged_row: 'they have more cells than the header',
  blank_row: 'nothing stands in the columns that are used',
  unreadable_date: 'their date cannot be read',
  unreadable_amount: 'their amount cannot be read',
  sentinel_date: 'their date is one that programs write where they know none',
  future_date: "their date is still to come by this computer's clock, which may be wrong",
  other_currency: 'they are in another currency',
  cancelled_document: 'they cancel other documents',
  zero_price: 'their price is zero',
  negative_quantity: 'their quantity is below zero',
  negative_amount: 'their amount is below zero',
  no_customer: 'they name nobody as the buyer',
  refund_row: 'the file calls them refunds',
  other_row: 'the file calls them something else than sales',
  total_row: 'they are sums',
  heading_row: 'they are headings or notes',
};

/** The refusal of a file of which every row was set aside, with the reason that took most of them; null where some row is used. */
export function nothingUsed(
  file: string,
  rowsRead: number,
  rowsUsed: number,
  setAside: readonly { rule: string; rows: number }[],
): Problem | null {
  const [most] = setAside.filter(({ rule }) => rule in REASONS).toSorted((a, b) => b.rows - a.rows);
  if (rowsUsed > 0 || rowsRead === 0 || !most) return null;
  const of = most.rows === rowsRead ? '' : ` of ${most.rows.toLocaleString('en-US')} of them`;
  const reason = REASONS[most.rule];
  return {
    code: 'nothing-used',
    file,
    message: `${file}: none of its ${rowsRead.toLocaleString('en-US')} rows can be counted. The reason${of}: ${reason}.`,
    next: 'Check which columns are read as the date and the amount, or export the orders again.',
  };
}
