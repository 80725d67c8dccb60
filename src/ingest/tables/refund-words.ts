import { foldName } from '../names/fold-name';
import { matchName } from '../names/match-names';
import type { TableShape } from './table-shape';

const REFUND_WORDS =
  /\b(refund|refunds|refunded|return|returns|returned|credit note|credit notes|credit memo|rueckgabe|ruckgabe|ruckgaben|retoure|retouren|gutschrift|gutschriften|erstattung|erstattungen|retour|retours|remboursement|remboursements|reembolso|reembolsos|devolucion|devoluciones|devolucao|devolucoes|resi|hoan tien|hoan tra|tra hang|retur|pengembalian)\b|退款|退货|返品|返金/;

/** Headers that say that something came back, and of what kind the rows are. */
export const saysReturned = (header: string): boolean => REFUND_WORDS.test(foldName(header));

/** A list has few columns; an order file with a refund column has many. */
const LIST_COLUMNS = 8;

/**
 * Whether the rows are refunds or returned orders: its name says so, or a short list has a column for it and none for
 * who bought or what.
 */
export function looksLikeRefunds({
  name,
  member,
  sheet,
  columns,
}: Pick<TableShape, 'name' | 'member' | 'sheet' | 'columns'>): boolean {
  const own = sheet ?? member ?? name;
  if (REFUND_WORDS.test(foldName(own.replace(/\.[a-z0-9.]{2,8}$/i, '')))) return true;
  if (columns.length > LIST_COLUMNS) return false;
  const fields = columns.flatMap(({ column }) => matchName(column).map(({ field }) => field));
  const isOfSales = fields.some((field) =>
    ['customer', 'email', 'product', 'amount', 'total'].includes(field),
  );
  return !isOfSales && columns.some(({ column }) => saysReturned(column));
}
