import type { RowKind } from '../../domain/mapping';

/**
 * What texts of a status or type say, in the languages of the exports we know. They are read once for each
 * different text of a file, never for each row.
 */
const CANCELLED =
  /^(wc-)?(cancel|void|draft|quotation|fail|test\b|expired|declined|storn|annul|cancelad|anulad|abgebrochen|đã h[uủ][yỷ]|h[uủ][yỷ]|已取消|取消|交易关闭|キャンセル|dibatalkan|batal|ยกเลิก|blocked|uncaptured|denied|requires_payment|suspected fraud|trash|awaiting payment|pending payment|等待买家付款|belum bayar|(client |customer |guest )?(no|did not|didn't)[- _]?(show|attend|come)|dna$|missed|nicht erschienen|absent|ausente|no (se )?(present|asisti)|non présenté|không đến|vắng mặt|tidak hadir|未到店?$|爽约|失约|無断キャンセル|노쇼|취소|iptal|отмен|ملغ|不成立|尚未付款|待付款|未付款|待支付|未支付|已关闭|订单关闭|未入金|入金待ち|결제 ?대기|입금 ?대기|미입금|ยังไม่ชำระ|ödenmedi|payment[- _](pending|error|failed)|awaiting (bank ?wire|check|cheque) payment|(venta|compra|venda|pedido|paquete|pacote) (fue |foi )?cancelad|rejected|refused|rechazad|recusad|refusé|abgelehnt|từ chối|已拒绝)/;
/** Texts of a status that say that all of it went back. */
export const REFUNDED_TEXTS: readonly string[] = [
  '(wc-)?(fully )?refunded',
  'returned',
  'erstattet',
  'rückerstattet',
  'remboursée?',
  'reembolsad[oa]',
  'estornad[oa]',
  'đã hoàn tiền',
  '已退款',
  '退款成功',
  '返金済み?',
  '반품 ?완료',
  '환불 ?완료',
  'dikembalikan',
  'iade edildi',
];
const REFUND_ROW =
  /refund|credit (memo|note)|charge ?back|reversal|^(sales )?returns?\b|^returned$|erstattung|rückzahlung|rückbuchung|gutschrift|remboursement|^avoir|reembolso|devoluci[oó]n|hoàn tiền|trả hàng|退款|退货|返金|返品|pengembalian|^retur/;
const OTHER_ROW =
  /\bfees?\b|payout|transfer|withdraw|deposit|conversion|\bhold\b|adjustment|^shipping|^discount|^tax|^tip\b|marketing|transaction$|^payments?$|gebühr|auszahlung|abbuchung|umrechnung|frais|virement|retrait|comisi[oó]n|retirada|转账|提现|手续费/;
const SALE_ROW =
  /^(sales?|orders?|invoice|sales receipt|purchase|charge|line ?item|verkauf|rechnung|vente|venta|销售|bán)\b/;

/** Money put on a card or a voucher that pays for goods later; not what such a card is kept in, or a gift that is an article. */
const GIFT_CARD =
  /(gift ?card|gift ?certificate|gift ?voucher|e-?gift\b|store credit|geschenkgutschein|geschenkkarte|wertgutschein|gutschein\b|carte[- ]cadeau|ch[eè]que[- ]cadeau|bon d'achat|bon cadeau|tarjeta (de )?regalo|cheque regalo|cart[aã]o[- ]presente|vale[- ]presente|buono regalo|carta regalo|cadeaubon|cadeaukaart|presentkort|gavekort|lahjakortti|karta podarunkowa|bon podarunkowy|подарочн\S* (карт|сертификат)|kartu hadiah|voucher belanja|thẻ quà tặng|phiếu quà tặng|phiếu mua hàng|礼品卡|禮品卡|购物卡|储值卡|儲值卡|充值卡|ギフトカード|ギフト券|商品券|기프트카드|상품권)/;
const NO_CARD =
  /(holder|envelope|sleeve|stand|display|box|bag|tag|hülle|umschlag|halter|étui|pochette|sobre|bao đựng)/;

/** The same for the engine, which looks for them among all articles. */
export const GIFTS = GIFT_CARD.source;

/** Whether the name of an article says that it is a gift card: money taken, not goods sold. */
export const isGiftCard = (product: string): boolean =>
  GIFT_CARD.test(lowerCased(product)) && !NO_CARD.test(lowerCased(product));

/** Small letters without the dot that JavaScript leaves behind a Turkish İ. */
export const lowerCased = (text: string): string => text.trim().toLowerCase().replaceAll('\u0307', '');
const matches = (patterns: readonly string[], text: string): boolean =>
  patterns.some((pattern) => new RegExp(`^(?:${pattern})$`, 'u').test(lowerCased(text)));

/** Whether a status says that the order did not happen; `excluded` are an export's own patterns. */
export const saysCancelled = (status: string, excluded: readonly string[] = []): boolean =>
  CANCELLED.test(lowerCased(status)) || matches(excluded, status);

const REFUNDED = new RegExp(`^(?:${REFUNDED_TEXTS.join('|')})$`, 'u');

export const saysRefunded = (status: string): boolean => REFUNDED.test(lowerCased(status));

/** Whether a text is one of an export's own patterns. */
export const isNamed = matches;

/** What a text of a type column says of its row; null where it names neither a refund nor anything known. */
export function kindOf(type: string): RowKind | null {
  const text = lowerCased(type);
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
