const CURRENCY_TAIL = /(?: (?:usd|eur|gbp|vnd|cny|rmb|jpy|chf|brl|idr|inr|aud|cad|sek|pln))+$/;

/**
 * A header as names are compared: case, accents, punctuation and camelCase folded, currency at the end dropped.
 * "InvoiceNo", "invoice_no" and "Invoice No." are all `invoice no`; "price_usd" is `price`.
 */
export function foldName(header: string): string {
  const folded = header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
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
