import { Chance } from './chance';
import { dateText, figure, money, moneyStyleOf, type MoneyStyle } from './figures';
import { WORDS, type Words } from './words';
import type { TrueRow, TrueShop } from './truth';
import { bytesOf, ENCODINGS, type Encoding } from './bytes';

/** A file of a shop, and what can be said of it without reading it. */
export interface WrittenFile {
  file: File;
  /** Rows with cells below the header: those of the shop, and those that a report puts between them. */
  rows: { ofShop: number; between: number };
  datePattern: string;
  /** The time of day stands in a column of its own. */
  hasTime: boolean;
  /** Every text of money or price that stands in the file. */
  moneyTexts: string[];
  style: MoneyStyle;
  encoding: Encoding;
  text: string;
  header: string[];
}

interface Column {
  header: string;
  write(row: TrueRow, at: number): string;
}

/** The shop's export: its columns, the rows that are none, and the bytes. */
export function writeShop(shop: TrueShop): WrittenFile {
  const chance = new Chance(shop.seed * 104_729 + 5);
  const words = WORDS[shop.locale.language];
  const encoding = chance.of(ENCODINGS.filter((one) => one !== 'windows-1252' || isWestern(shop)));
  const style = moneyStyleOf(chance, shop.locale, encoding !== 'windows-1252');
  const datePattern = chance.of(shop.locale.dates);
  const moneyTexts: string[] = [];
  const columns = columnsOf(shop, chance, words, style, datePattern, moneyTexts);
  const delimiter = chance.of([',', ';', ';', '\t', '|']);
  const lineEnd = chance.of(['\n', '\r\n', '\r\n']);
  const quoteAll = chance.is(0.15);
  const cell = (text: string) =>
    quoteAll || text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const line = (cells: string[]) => cells.map(cell).join(delimiter);
  const header = columns.map((column) => column.header);
  const lines: string[] = [];
  let between = 0;
  const alone = (text: string) =>
    line(chance.is(0.5) ? [text, ...Array<string>(columns.length - 1).fill('')] : [text]);
  if (chance.is(0.3)) {
    for (let i = chance.whole(1, 3); i > 0; i--) lines.push(alone(chance.of(words.preamble)));
    if (chance.is(0.5)) lines.push('');
  }
  lines.push(line(header));
  const every = chance.is(0.15) ? chance.whole(10, 60) : 0;
  const blanks = chance.is(0.2) ? chance.of(['', 'cells']) : null;
  const sums = chance.is(0.25);
  const sumsEvery = sums && chance.is(0.4) ? chance.whole(8, 40) : 0;
  const amountAt = columns.findIndex((column) => words.amount.includes(column.header));
  const total = chance.of(words.total);
  const sumLine = (from: number, upTo: number) => {
    const sum = shop.rows.slice(from, upTo).reduce((all, { quantity, price }) => all + quantity * price, 0n);
    const cells = columns.map((_, at) => (at === 0 ? total : at === amountAt ? money(sum, style) : ''));
    return line(cells);
  };
  shop.rows.forEach((row, at) => {
    if (every > 0 && at > 0 && at % every === 0) {
      lines.push(line(header));
      between++;
    }
    if (blanks !== null && at > 0 && chance.is(0.03)) {
      lines.push(blanks === '' ? '' : line(Array<string>(columns.length).fill('')));
      if (blanks !== '') between++;
    }
    if (sumsEvery > 0 && amountAt > 0 && at > 0 && at % sumsEvery === 0) {
      lines.push(sumLine(at - sumsEvery, at));
      between++;
    }
    lines.push(line(columns.map((column) => column.write(row, at))));
  });
  if (sums && amountAt > 0) {
    lines.push(sumLine(0, shop.rows.length));
    between++;
  }
  if (chance.is(0.2)) {
    if (chance.is(0.5)) lines.push('');
    lines.push(line([chance.of(words.footer), ...Array<string>(columns.length - 1).fill('')]));
    between++;
  }
  const text = lines.join(lineEnd) + (chance.is(0.85) ? lineEnd : '');
  const file = new File([bytesOf(text, encoding)], `shop-${shop.seed}.${delimiter === '\t' ? 'tsv' : 'csv'}`);
  return {
    file,
    rows: { ofShop: shop.rows.length, between },
    datePattern,
    hasTime: columns.some(({ header: one }) => words.time.includes(one)),
    moneyTexts,
    style,
    encoding,
    text,
    header,
  };
}

const isWestern = ({ locale }: TrueShop): boolean =>
  [
    'en-US',
    'en-GB',
    'de-DE',
    'de-CH',
    'fr-FR',
    'es-ES',
    'es-MX',
    'pt-BR',
    'sv-SE',
    'nl-NL',
    'da-DK',
  ].includes(locale.name);

function columnsOf(
  shop: TrueShop,
  chance: Chance,
  words: Words,
  style: MoneyStyle,
  datePattern: string,
  moneyTexts: string[],
): Column[] {
  const said = (minor: bigint, at: number): string => {
    const isPlain = at < shop.plainUntil;
    const text = isPlain ? figure(minor, { ...style, group: '', isShort: true }) : money(minor, style);
    moneyTexts.push(text);
    return text;
  };
  const people: Column[] = [];
  const prefix = chance.of(['K', 'C-', '', '10']);
  if (shop.identity === 'customer' || shop.identity === 'both')
    people.push({
      header: chance.of(words.customer),
      write: ({ customer }) => (customer === null ? '' : `${prefix}${1000 + customer}`),
    });
  if (shop.identity === 'email' || shop.identity === 'both')
    people.push({
      header: chance.of(words.email),
      write: ({ customer }) => (customer === null ? '' : `buyer${customer}@shop.example`),
    });
  const orderPrefix = chance.of(['', '#', 'A-', '2024-', 'INV', '40000000000000']);
  const order: Column[] = shop.hasOrderIds
    ? [{ header: chance.of(words.order), write: ({ order: n }) => `${orderPrefix}${1000 + n}` }]
    : [];
  const hasTime = !/[hH]/.test(datePattern) && chance.is(0.15);
  const dates: Column[] = [
    { header: chance.of(words.date), write: ({ day, minute }) => dateText(day, minute, datePattern) },
  ];
  if (hasTime)
    dates.push({
      header: chance.of(words.time),
      write: ({ day, minute }) => dateText(day, minute, chance.of(['hh:mm'])),
    });
  const breaks = chance.is(0.15);
  const goods: Column[] = chance.is(0.7)
    ? [
        {
          header: chance.of(words.product),
          write: ({ good }) => `${words.goods[good]!}${breaks && good % 2 === 0 ? '\n(2)' : ''}`,
        },
      ]
    : [];
  const quantity: Column = { header: chance.of(words.quantity), write: ({ quantity: n }) => String(n) };
  const price: Column = {
    header: chance.of(words.price),
    write: ({ price: n }, at) => said(n, at),
  };
  const amount: Column = {
    header: chance.of(words.amount),
    write: ({ quantity: n, price: each }, at) => said(n * each, at),
  };
  const figures = shop.byPrice
    ? chance.is(0.3)
      ? [quantity, price, amount]
      : [quantity, price]
    : chance.is(0.3)
      ? [quantity, amount]
      : [amount];
  const currency: Column[] = chance.is(0.25)
    ? [{ header: chance.of(words.currency), write: () => shop.locale.code }]
    : [];
  const notes: Column[] = chance.is(0.1)
    ? ['', 'x'].map((text) => ({ header: 'Info', write: () => text }))
    : [];
  const first = chance.is(0.5) ? [...order, ...dates, ...people] : [...dates, ...order, ...people];
  return chance.is(0.3)
    ? [...first, ...currency, ...goods, ...figures]
    : [...first, ...goods, ...figures, ...currency, ...notes];
}
