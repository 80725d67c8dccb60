import type { Moment } from './shop';

/** What stands in columns that no role speaks of: believable, and none of it the shop's sales. */
export interface Around {
  order: number;
  row: number;
  who: number | null;
  later: Moment;
  date(moment: Moment): string;
  money(amount: number): string;
  step: number;
}

const FIRST = 'Anna Minh Lucía Jonas Chloé Budi Wei Yuki Rafael Ingrid'.split(' ');
const LAST = 'Berg Trần Ortega Maier Dubois Santoso Zhang Satō Lima Olsen Novak'.split(' ');
export const nameOf = (no: number): string => `${FIRST[no % 10]} ${LAST[no % 11]}`;
export const emailOf = (no: number): string =>
  `${['p', 'Anna.', 'shop.fan'][no % 3]}${no}@example.${no % 2 ? 'com' : 'org'}`;
export const phoneOf = (no: number): string => `09${String(10_000_000 + no * 73_219).slice(0, 8)}`;

type Fill = [RegExp, (around: Around) => string];

/** First match wins; patterns are over the header as written. */
const FILLS: Fill[] = [
  [/\?$|^is-|requires|taxable|accepts|Captured|是否/i, ({ row }) => ['false', 'true', 'false'][row % 3]!],
  [
    /from.*e-?mail|buyer.*email|billing_email|customer.*e-?mail|^e-?mail/i,
    ({ who }) => (who === null ? '' : emailOf(who)),
  ],
  [/e-?mail|courriel/i, () => 'shop@example.com'],
  [/phone|telefon|téléphone|điện thoại|手机|电话|telepon/i, ({ who }) => (who === null ? '' : phoneOf(who))],
  [/(fee|rate|percent|%|exchange)/i, ({ money, step, row }) => money(step * (1 + (row % 3)))],
  [
    /tracking|reference|token|authori|fingerprint|key|url|resi|vận đơn|物流单号/i,
    ({ order }) => `X${order * 7919}`,
  ],
  [
    /\bid\b|_id$|Id$|ID$|number|code|\bno\b|num|#|mã |编号|nummer|numéro/i,
    ({ order }) => `${90_000 + order * 13}`,
  ],
  [/country|land$|quốc gia|pays|negara/i, ({ who }) => ['Germany', 'Việt Nam', 'France'][(who ?? 0) % 3]!],
  [
    /city|ort$|thành phố|kota|town|state|province|bundesland|quận|provinsi|district|phường|khu vực/i,
    ({ who }) => ['Köln', 'Huế', 'Lyon'][(who ?? 0) % 3]!,
  ],
  [
    /address|street|adresse|địa chỉ|alamat|地址|zip|postal|postcode|plz/i,
    ({ who }) => `${10 + (who ?? 0)} High Street, Floor ${1 + ((who ?? 0) % 4)}`,
  ],
  [
    /(_at|date|created|updated|paid|shipped|delivered|time|sent|closed|ngày|thời gian|时间|waktu)\b/i,
    ({ later, date }) => date(later),
  ],
  [/name$|name\b|recipient|姓名|^nom$|nama penerima|tên ng/i, ({ who }) => (who === null ? '' : nameOf(who))],
  [
    /cost|profit|margin|price|amount|balance|net|giá|phí|tiền|费|金额|harga|diskon|ongkos|saldo|guthaben|solde|duties|tổng|total|积分/i,
    ({ money, step, row }) => money(step * (11 + (row % 17))),
  ],
];

export function fill(header: string, around: Around): string {
  const found = FILLS.find(([pattern]) => pattern.test(header));
  if (found) return found[1](around);
  return around.row % 4 === 0 ? '' : ['standard', 'web', 'north'][around.order % 3]!;
}
