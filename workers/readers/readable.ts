import { foldName } from '../../src/ingest/names/fold-name';
import { isKnownName, NAMES } from '../../src/ingest/names/synonyms';
import { kindOf, saysCancelled, saysRefunded } from '../../src/ingest/rows/row-texts';

/** Words of files from shops whose language no list of headers has, and words that stand in cells. */
const WORDS = new Set(
  `дата время клиент покупатель заказ номер сумма итого цена количество товар наименование телефон имя статус оплачен оплачено выполнен доставлен отменен отменён
  наличные карта город москва скидка адрес
  müşteri sipariş ürün ödeme tarih
  zákazník částka množství objednávka číslo jméno příjmení zaplaceno zrušeno zamówienie zamówienia sprzedaż wartość ilość płatność imię
  összeg vevő név dátum rendelés mennyiség
  주문 주문번호 주문일 주문일자 주문일시 고객 고객명 구매자 구매자명 이름 금액 결제금액 합계 총액 수량 상품 상품명 가격 단가 전화번호 연락처 날짜 일자 배송완료 결제완료 취소 현금 카드
  訂單編號 訂單 日期 客戶 顧客 會員 買家 金額 總額 總計 數量 單價 商品名稱 電話 姓名 已付款 已完成 現金 信用卡 付款方式
  已完成 交易成功 已发货 已付款 支付宝 微信 微信支付 现金 现金支付 银行卡 会员 姓名 合计 备注 日期 男 女
  注文 注文番号 注文日 注文日時 氏名 顧客名 会員番号 合計 合計金額 お客様名 支払方法 現金 完了 発送済み 発送済 入金済み 代金引換 日付 備考`
    .split(/\s+/)
    .filter(Boolean),
);

const BEYOND_ASCII = /[^\p{ASCII}]/u;
const HAN = /^\p{Script=Han}/u;
/** Names of two or more Chinese characters: they stand inside longer ones without a blank. */
const HAN_NAMES = [
  ...new Set([
    ...Object.values(NAMES).flatMap((ranks) => [...ranks.keys()]),
    ...[...WORDS].map((word) => foldName(word)),
  ]),
].filter((name) => name.length > 1 && HAN.test(name));

function isWord(cell: string): boolean {
  const plain = cell.trim().toLowerCase();
  if (WORDS.has(plain) || isKnownName(plain)) return true;
  if (saysCancelled(plain) || saysRefunded(plain) || kindOf(plain) !== null) return true;
  const folded = foldName(plain);
  return HAN.test(folded) && HAN_NAMES.some((name) => folded.includes(name));
}

/** Different cells of a text that hold letters beyond ASCII and are words that sales files use. */
export function knownWords(text: string): number {
  const cells = new Set(text.split(/[\r\n,;\t|"]+/).filter((cell) => cell.length <= 40));
  let known = 0;
  for (const cell of cells) if (BEYOND_ASCII.test(cell) && isWord(cell)) known++;
  return known;
}

/** Every character that two bytes within these bounds make: the common ones of an encoding stand together. */
function charactersOf(label: string, from: number, to: number, trails: [number, number][]): Set<string> {
  const decoder = new TextDecoder(label);
  const found = new Set<string>();
  for (let lead = from; lead <= to; lead++)
    for (const [first, last] of trails)
      for (let trail = first; trail <= last; trail++)
        found.add(decoder.decode(new Uint8Array([lead, trail])));
  return found;
}

const COMMON: Record<string, () => Set<string>> = {
  gb18030: () => charactersOf('gb18030', 0xb0, 0xd7, [[0xa1, 0xfe]]),
  big5: () =>
    charactersOf('big5', 0xa4, 0xc6, [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ]),
  shift_jis: () =>
    charactersOf('shift_jis', 0x88, 0x97, [
      [0x40, 0x7e],
      [0x80, 0xfc],
    ]),
};
const SCRIPT: Record<string, RegExp> = {
  gb18030: /\p{Script=Han}/u,
  big5: /\p{Script=Han}/u,
  shift_jis: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u,
  'euc-jp': /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u,
  'euc-kr': /\p{Script=Hangul}/u,
  'windows-1251': /\p{Script=Cyrillic}/u,
};
const commons = new Map<string, Set<string>>();

function commonOf(label: string): Set<string> | null {
  const of = label === 'euc-jp' ? 'shift_jis' : label;
  const make = COMMON[of];
  if (!make) return null;
  const found = commons.get(of) ?? make();
  commons.set(of, found);
  return found;
}

// Between 0x80 and 0x9f Windows has marks where Unicode has controls.
const PUNCTUATION = /[\p{P}\p{Sc}\u0080-\u00a0\u3000\uff00-\uff65°№×™®©]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;
const HALF_WIDTH_KANA = /[\uff66-\uff9f]/u;

/** A word of letters as people write them: small after the first, or all capitals; no other script inside it. */
const isCased = (word: string): boolean => /^\P{Lu}+$|^\p{Lu}\P{Lu}*$|^\p{Lu}+$/u.test(word);

const isCyrillic = (word: string): boolean =>
  isCased(word) && [...word].every((char) => !/\p{L}/u.test(char) || /\p{Script=Cyrillic}/u.test(char));

/** Characters of one script alone, from so many on, are no accident. */
const TELLING_HANGUL = 6;

/** Share of the characters beyond ASCII, 0..1, that a text of this encoding would hold where they stand. */
export function readability(text: string, label: string): number {
  let all = 0;
  let good = 0;
  const script = SCRIPT[label];
  const common = commonOf(label);
  for (const [word] of text.matchAll(/[^\s\d,;|"'()./:_-]+/gu)) {
    const beyond = [...word].filter((char) => BEYOND_ASCII.test(char));
    if (beyond.length === 0) continue;
    const isWhole = script ? true : isCased(word) && beyond.length * 2 <= [...word].length + 1;
    for (const char of beyond) {
      if (PUNCTUATION.test(char) && beyond.length < 3) continue;
      all++;
      if (!script) good += isWhole && /\p{L}/u.test(char) ? 1 : 0;
      else if (!script.test(char) || HALF_WIDTH_KANA.test(char)) continue;
      else if (label === 'windows-1251') good += isCyrillic(word) ? 1 : 0;
      else good += !common || KANA.test(char) || common.has(char) ? 1 : 0;
    }
  }
  // Every syllable of Korean reads as a common Chinese character too; the other way round hardly any text does.
  if (label === 'euc-kr' && good === all && all >= TELLING_HANGUL) return 1.01;
  return all === 0 ? 1 : good / all;
}
