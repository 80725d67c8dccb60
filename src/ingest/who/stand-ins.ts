import type { Field } from '../../domain/choices';

/** Names as they are compared: accents, punctuation and capitals folded, as `customer_keys.sql` folds them. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

const foldedAll = (names: string): string[] => [...new Set(names.split(' | ').map(folded))];

/** What tills call everybody who gives no name, in the languages of the exports we know. */
const TILL_NAMES = foldedAll(
  [
    'guest | guest customer | guest user | guest checkout | walk in | walkin | walk in customer | walkin customer | walk in client | walk in guest | cash | cash customer | cash sale | cash sales',
    'cash client | cash account | counter sale | counter customer | over the counter | otc customer | pos | pos customer | retail customer | general customer | default customer | dummy customer',
    'passing trade | casual customer | one time customer | anonymous customer | unknown customer | no customer | misc customer | sundry customer',
    'khách lẻ | khách hàng lẻ | khách vãng lai | khách mua lẻ | khách qua đường | khách không tên',
    '散客 | 匿名 | 匿名用户 | 散户 | 零售客户 | 过路客 | 现金客户 | 路人',
    'cliente mostrador | mostrador | público en general | público general | venta al público | consumidor final | cliente contado | cliente de contado | clientes varios | cliente genérico | cliente general | cliente ocasional | invitado',
    'cliente balcão | balcão | cliente avulso | consumidor não identificado | consumidor | cliente padrão | cliente não identificado | venda balcão',
    'laufkundschaft | laufkunde | barverkauf | barkunde | barzahler | gast | gastkunde | gastbesteller | thekenverkauf | tageskunde | kasse',
    'client de passage | client comptoir | client divers | clients divers | vente comptoir | client anonyme | invité | client au comptoir',
    'cliente occasionale | cliente generico | cliente banco | vendita al banco | contanti | ospite',
    'passant | kassaklant | contante klant | balieklant | anonieme klant',
    'klient detaliczny | klient anonimowy | gość | klient gotówkowy',
    'umum | pelanggan umum | pembeli umum | pelanggan tunai | tamu',
    '非会員 | ゲスト | 一般客 | 店頭客 | 비회원 | 일반고객 | ลูกค้าทั่วไป | ลูกค้าเงินสด | розничный покупатель | гость | عميل نقدي | perakende müşteri | peşin müşteri',
  ].join(' | '),
);

/** What stands where no name is known. It says nothing of the number beside it. */
const NO_NAMES = foldedAll(
  'n a | none | unknown | anonymous | null | no name | not given | sans nom | sin nombre | ohne namen',
);

/**
 * Names that stand for nobody, folded. Without them a till export has one giant false regular.
 */
export const WALK_IN_NAMES: string[] = [...TILL_NAMES, ...NO_NAMES];

const till = new Set(TILL_NAMES);
const walkIn = new Set(WALK_IN_NAMES);

/** Whether a name is what a till calls everybody without one. */
export const isTillName = (name: string): boolean => !/[\d@]/.test(name) && till.has(folded(name));

/** Whether a name stands for nobody. */
export const isNobodysName = (name: string): boolean => !/[\d@]/.test(name) && walkIn.has(folded(name));

const SAME_DIGIT = (least: number): string =>
  [...'0123456789'].map((digit) => `${digit}([ .()/-]*${digit}){${least - 1},}`).join('|');

/**
 * Numbers that are typed where none is known: one digit all along, or 1234567…, with or without a prefix. Regular expressions in the
 * dialect that JavaScript and DuckDB share. Behind a prefix the count goes on to 9: +84 90 1234567 is somebody's.
 */
const PREFIX = '(([+]|00)[ ]?[0-9]{1,3}|0|1)?[ .()/-]*';
const COUNTED = '1[ .-]*2[ .-]*3[ .()-]*4[ .-]*5[ .-]*6[ .-]*7([ .-]*8([ .-]*9([ .-]*0)?)?)?';
const COUNTED_ON = '1[ .-]*2[ .-]*3[ .()-]*4[ .-]*5[ .-]*6[ .()-]*7[ .-]*8[ .-]*9([ .-]*0)?';
const PHONE = `^[ ="'(]*(${PREFIX}(${SAME_DIGIT(8)}|${COUNTED_ON})|0?[ .()/-]*${COUNTED}|[+]?(${SAME_DIGIT(4)})|0?123456|[+]?[0-9]{1,3}0{9,}|0+)([.]0)?[ "')]*$`;

const MAILBOX =
  'no[-_.]?(e?[-_.]?mail|one|body|reply|correo)?|none|null|nil|unknown|anon|anonym(ous|e)?|guest|walk[-_.]?in|cash|pos|dummy|placeholder|deleted([-_.]?(user|customer|account))?|do[-_.]?not[-_.]?reply|' +
  'sin[-_.]?(correo|e?mail)|sem[-_.]?e?mail|sans[-_.]?e?mail|pas[-_.]?de?[-_.]?e?mail|ohne[-_.]?e?mail|keine?[-_.]?e?mail|geen[-_.]?e?mail|khong[-_.]?co|khach[-_.]?le|invitado';

/** What an e-mail, a phone or an id looks like that was typed where none is known, for DuckDB and JavaScript; capitals make no difference. */
export const STAND_INS = {
  phone: PHONE,
  email: `^[ ]*((${MAILBOX})@|n[-_.]?a@n[-_.]?a[.])`,
  // A short number of one digit can be an id; nobody's id is a phone's length of nines.
  customer: `^[ ]*(0+|${SAME_DIGIT(9)}|1234567890?)([.]0)?[ ]*$`,
} as const satisfies Partial<Record<Field, string>>;

/** The beginnings of names for nobody: a first look that leaves few names to fold. */
export const NOBODYS_BEGINNINGS: string = `^[ .,*<('"-]*(${[
  ...new Set(
    WALK_IN_NAMES.map((name) =>
      /^[a-z]/.test(name) ? name.slice(0, 3).replace(/[aeiouyn]/g, '.') : name.slice(0, 1),
    ),
  ),
].join('|')})`;
