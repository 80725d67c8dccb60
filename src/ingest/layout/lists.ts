import { IDENTITY_FIELDS, type Field } from '../../domain/choices';
import type { FieldProposal, Refusal } from '../../domain/mapping';
import { foldName } from '../names/fold-name';
import { isDateColumn, isNearlyUnique, type ReadColumn } from '../mapping/read-columns';

const CUSTOMER_LIST: Refusal = { id: 'list-of-customers', values: {} };
const PRODUCT_LIST: Refusal = { id: 'list-of-products', values: {} };

/** What only a list of customers says of them: all that somebody bought, as one figure. */
const SUMMARY =
  /^(total|lifetime|money|amount) (spent|spend|spending|orders?|sales|revenue|purchases|value|visits)$|^(orders?|transactions?|purchases?|visits?) count$|^(number|no|count) of (orders|purchases|transactions|visits)$|^(orders|visits|aov|ltv|clv|average order value|average spent?|spent)$|^(first|last|latest|most recent) (order|purchase|visit|seen|active|activity|sale)( date| on| at| no| id| name)?$|^(anzahl bestellungen|gesamtumsatz|umsatz gesamt|letzte bestellung|letzter einkauf|letzter besuch)$|^(nombre de commandes|total depense|derniere commande|panier moyen)$|^(total gastado|numero de pedidos|ultimo pedido|ultima compra|total gasto|numero de compras)$|^(tong chi tieu|tong ban|so don hang|tong don hang|tong ban tru tra hang|ngay mua cuoi|lan mua cuoi|ngay giao dich cuoi)$|^(累计消费|消费次数|累计消费金额|最近消费时间|交易总额|交易笔数|購入回数|累計購入金額|最終購入日)$/;
/** What a list says of a person and an order hardly ever does. */
const PERSON =
  /^(first|last|given|family) name$|^(vorname|nachname|prenom|nom|nombre|apellidos?)$|^(accepts|email|sms) .*(marketing|subscription|consent).*$|^(default )?address( .*)?$|^(street|postal|zip)( .*)?$|^(city|company( name)?|birthday|birth date|date of birth|geburtstag|tags?|notes?|memo|nickname|username|tax exempt|gender|member rating|optin time|optin ip|confirm time|leid|euid|reference id|creation source|instant profile|ngay sinh|gioi tinh|dia chi|生日|性别)$/;
/** Dates of a person, not of an order. */
const OF_PERSON =
  /birth|geburt|ngay sinh|生日|regist|sign ?up|signed up|created|creation|joined|since|opt ?in|confirm|updated|last (visit|seen|active|order|purchase|login|changed)|first (visit|seen|order|purchase)|anmeld|erstellt|ngay tao|注册|登録/;

/** What only a list of products says. */
const ARTICLE =
  /^(handle|vendor|brand|barcode|ean|gtin|upc|variant .*|option ?1 .*|inventory.*|stock.*|in stock|quantity in stock|on hand|reorder.*|regular price|sale price|compare at price|cost per item|images?|image src|short description|description|body html|weight.*|published|is featured.*|tax class|categories|parent|lagerbestand|bestand|gewicht|ton kho|gia von|gia ban|hinh anh|库存|条码|在庫)$/;

const FEW = 2;
const SEVERAL = 3;

/** Why a file is a list of customers or of products and holds no orders; null where it may hold some. */
export function listRefusal(
  columns: ReadColumn[],
  found: (field: Field) => FieldProposal | undefined,
): Refusal | null {
  if (found('order_id')) return null;
  const names = columns.map(({ evidence }) => foldName(evidence.column));
  const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length;
  const isOf = (field: Field, pattern: RegExp) => pattern.test(foldName(found(field)?.column ?? ''));
  const has = (field: Field) => found(field) !== undefined && !isOf(field, SUMMARY) && !isOf(field, PERSON);
  const isUnique = (fields: readonly Field[]) =>
    fields.some((field) => {
      const column = columns[found(field)?.position ?? -1];
      return column !== undefined && isNearlyUnique(column);
    });
  const isDated = has('date') && !isOf('date', OF_PERSON);
  const isPriced = has('amount') && found('amount')?.confidence !== 'guess';
  const summaries = count(SUMMARY);
  const goods = (['product', 'sku', 'unit_price'] as const).some(has);
  if (!goods && !isDated && isUnique(IDENTITY_FIELDS))
    if (summaries >= FEW || (!isPriced && (summaries > 0 || count(PERSON) >= SEVERAL))) return CUSTOMER_LIST;
  const hasDay =
    isDated ||
    columns.some((column) => isDateColumn(column) && !OF_PERSON.test(foldName(column.evidence.column)));
  const isNamed = IDENTITY_FIELDS.some((field) => has(field) && isUnique([field]));
  if (!hasDay && !isNamed && goods && count(ARTICLE) >= FEW && isUnique(['product', 'sku']))
    return PRODUCT_LIST;
  return null;
}
