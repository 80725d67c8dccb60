import { foldName } from './fold-name';

/** Words that name a buyer, a number of somebody, or an amount, wherever they stand in a header. Folded, in the languages of exports we know. */
const BUYER = new Set(
  'customer customers cust client clients buyer buyers purchaser member patient guest shopper subscriber payer patron kunde kunden kundin kaufer cliente clientes comprador compradora acheteur adherent klant koper klient nabywca pelanggan pembeli khach musteri firma company household'.split(
    ' ',
  ),
);
const BUYER_LETTERS = /客户|客戶|顾客|顧客|会员|會員|买家|購入者|得意先|고객|ลูกค้า|покупатель|клиент/;
const NUMBER = new Set(
  'no nr num number nummer id code key ref reference ma so numero codigo kode 编号 番号'.split(' '),
);
const AMOUNT = new Set(
  'amount amt total sum revenue sales spend spent paid value betrag summe umsatz montant importe monto valor receita jumlah nilai bedrag kwota belop'.split(
    ' ',
  ),
);
const AMOUNT_LETTERS = /金额|金額|实付|總額|总额/;
/** Beside these an amount is not what was bought. */
const OTHER_AMOUNT = new Set(
  'tax taxes vat gst discount discounts refund refunded shipping ship freight fee fees tip tips balance cost costs change due points point qty quantity count number no id code rate percent pct type date time currency item items unit units piece pieces weight credit limit budget target deposit steuer rabatt versand remise taxe tva iva descuento impuesto envio pajak diskon thue lifetime average avg max min per'.split(
    ' ',
  ),
);
/** Words of columns that repeat as people do and are none. */
const NO_BUYER = new Set(
  'city town state region county province zip postal postcode address street area district zone location ship mode segment payment method type gender sex brand color colour size style model supplier vendor manufacturer manager employee staff agent rep note notes comment comments description tag tags title job industry language device browser url campaign source medium weekday day month year quarter season week week status stage category class group tier level plan reason carrier courier delivery service treatment item product sku article unit warehouse route table room store shop branch till register terminal currency country nation stadt ort plz ville pays ciudad cidade estado provincia bairro kota provinsi thanh tinh quan huyen phuong zahlung zahlart paiement pago pagamento bayar farbe groesse marke marque marca merek age alter score rating band bucket flag version batch lot sample index row line seq tab settlement server check promotion'.split(
    ' ',
  ),
);
const NO_BUYER_LETTERS = /城市|省|地区|付款|支付|品牌|颜色|尺码|都道府県|住所/;

const wordsOf = (header: string): string[] => foldName(header).split(' ');

/** A word of the header names a buyer, and no other word says that it is something about one. */
export function namesBuyer(header: string): boolean {
  const words = wordsOf(header);
  const isAbout = words.some((word) => NO_BUYER.has(word)) || NO_BUYER_LETTERS.test(header);
  return !isAbout && (words.some((word) => BUYER.has(word)) || BUYER_LETTERS.test(header));
}

/** "Client No", "Cust. ID": a buyer and a number, in one order or the other. */
export function namesBuyersNumber(header: string): boolean {
  const words = wordsOf(header);
  return (
    words.length === 2 && words.some((word) => BUYER.has(word)) && words.some((word) => NUMBER.has(word))
  );
}

export function namesAmount(header: string): boolean {
  const words = wordsOf(header);
  return (
    (words.some((word) => AMOUNT.has(word)) || AMOUNT_LETTERS.test(header)) &&
    !words.some((word) => OTHER_AMOUNT.has(word))
  );
}

/** The header names something else that repeats, such as a city or a payment. */
export const namesNoBuyer = (header: string): boolean =>
  wordsOf(header).some((word) => NO_BUYER.has(word)) || NO_BUYER_LETTERS.test(header);

/** A column that has no header of its own. */
export const isUnnamed = (header: string): boolean => /^column_\d+$/.test(header);
