import type { RowKind } from '../domain/mapping';

/**
 * What texts of a status or type say, in the languages of the exports we know. They are read once for each
 * different text of a file, never for each row.
 */
const CANCELLED =
  /^(wc-)?(cancel|void|draft|fail|test\b|expired|declined|storn|annul|cancelad|anulad|abgebrochen|đã h[uủ][yỷ]|h[uủ][yỷ]|已取消|取消|交易关闭|キャンセル|dibatalkan|batal|ยกเลิก|blocked|uncaptured|denied|requires_payment|suspected fraud|trash|awaiting payment|pending payment|等待买家付款|belum bayar)/;
const REFUNDED =
  /^(wc-)?(fully )?(refunded|returned|erstattet|rückerstattet|remboursée?|reembolsad[oa]|đã hoàn tiền|已退款|退款成功|返金済み?|dikembalikan)$/;
const REFUND_ROW =
  /refund|credit (memo|note)|charge ?back|reversal|^(sales )?returns?\b|^returned$|erstattung|rückzahlung|rückbuchung|gutschrift|remboursement|^avoir|reembolso|devoluci[oó]n|hoàn tiền|trả hàng|退款|退货|返金|返品|pengembalian|^retur/;
const OTHER_ROW =
  /\bfees?\b|payout|transfer|withdraw|deposit|conversion|\bhold\b|adjustment|^shipping|^discount|^tax|^tip\b|marketing|transaction$|^payments?$|gebühr|auszahlung|abbuchung|umrechnung|frais|virement|retrait|comisi[oó]n|retirada|转账|提现|手续费/;
const SALE_ROW =
  /^(sales?|orders?|invoice|sales receipt|purchase|charge|line ?item|verkauf|rechnung|vente|venta|销售|bán)\b/;

const plain = (text: string): string => text.trim().toLowerCase();
const matches = (patterns: readonly string[], text: string): boolean =>
  patterns.some((pattern) => new RegExp(`^(?:${pattern})$`, 'u').test(plain(text)));

/** Whether a status says that the order did not happen; `excluded` are an export's own patterns. */
export const saysCancelled = (status: string, excluded: readonly string[] = []): boolean =>
  CANCELLED.test(plain(status)) || matches(excluded, status);

export const saysRefunded = (status: string): boolean => REFUNDED.test(plain(status));

/** Whether a text is one of an export's own patterns. */
export const isNamed = matches;

/** What a text of a type column says of its row; null where it names neither a refund nor anything known. */
export function kindOf(type: string): RowKind | null {
  const text = plain(type);
  if (REFUND_ROW.test(text)) return 'refund';
  if (/^sale line|^line discount/.test(text)) return 'other';
  if (SALE_ROW.test(text)) return 'sale';
  return OTHER_ROW.test(text) ? 'other' : null;
}

/** Texts in the place of a customer's number or address that name nobody. */
export const NOBODY: readonly string[] = [
  '0',
  '-',
  '--',
  '---',
  '—',
  'null',
  'NULL',
  'nan',
  'NaN',
  '#N/A',
  '(null)',
];
