const CURRENCY_TAIL = /(?: (?:usd|eur|gbp|vnd|cny|rmb|jpy|chf|brl|idr|inr|aud|cad|sek|pln))+$/;

/** Traditional characters and the simplified ones that the lists of names are written with, in the same order. */
const TRADITIONAL =
  '訂單編號買賣實際額間時價數總計稅運費優惠會員電話姓名稱類別貨幣備註狀態帳戶購產品業務門店營銷點擊國區碼聯繫顧負責導應';
const SIMPLIFIED =
  '订单编号买卖实际额间时价数总计税运费优惠会员电话姓名称类别货币备注状态帐户购产品业务门店营销点击国区码联系顾负责导应';
const simplified = new Map([...TRADITIONAL].map((char, at) => [char, [...SIMPLIFIED][at] ?? char]));
const IS_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, 'gu');

/**
 * A header as names are compared: case, accents, punctuation and camelCase folded, currency at the end dropped.
 * "InvoiceNo", "invoice_no" and "Invoice No." are all `invoice no`; "price_usd" is `price`.
 */
export function foldName(header: string): string {
  const folded = header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(IS_TRADITIONAL, (char) => simplified.get(char) ?? char)
    .replace(/[đĐ]/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/#|(?<!\p{L})n\.? ?[º°]/giu, ' no ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L}{3})nr(?!\p{L})/gu, '$1nummer')
    .trim();
  return folded.replace(CURRENCY_TAIL, '') || folded;
}
