import type { Choices } from '../../../src/domain/choices';
import type { Question } from '../../../src/domain/evidence';
import { NONE } from '../../../src/ingest/mapping/none';
import { Chance } from '../thousand/chance';
import { LOCALES, type Language } from '../thousand/locales';
import { WORDS } from '../thousand/words';
import { dateOf, figuresOf, sumOf, type Figures, type Line, type Order, type Shop } from './shop';

/** Parts of a file that a convention takes for itself: two that take the same part never meet. */
export type Part =
  'amount' | 'refund' | 'buyer' | 'number' | 'grain' | 'date' | 'status' | 'top' | 'rows' | 'heads' | 'pack';

/** One way in which real files differ from the plain one, of one rule of the reader. */
export interface Convention {
  id: string;
  rule: number;
  takes: readonly Part[];
  /** Changes the shop, or what the draft is to be like, before there are rows. */
  plan?: (draft: Draft) => void;
  /** Changes columns and rows. */
  write?: (draft: Draft) => void;
  /** Changes the finished table of texts, header first. */
  finish?: (draft: Draft, table: string[][]) => string[][];
  /** Makes files of it in another form than CSV. */
  pack?: (draft: Draft, table: string[][]) => File[];
}

export interface Row {
  order: Order;
  /** Null where the row is a whole order, a refund or none of both. */
  line: Line | null;
  kind: 'sale' | 'refund' | 'other';
  minor: number;
  /** The first row of its order. */
  isFirst: boolean;
  /** Texts that a convention puts into single cells. */
  own?: Record<string, string>;
}

export interface Column {
  id: string;
  head: string;
  text: (row: Row) => string;
}

/** A shop on its way into a file: what the file will say, what may be asked about it, and what is true. */
export class Draft {
  chance: Chance;
  shop: Shop;
  language: Language = 'en';
  decimal: '.' | ',' = '.';
  group = '';
  delimiter = ',';
  dateOrder: 'dmy' | 'mdy' | 'ymd' = 'ymd';
  encode: ((text: string) => Uint8Array<ArrayBuffer> | null) | null = null;
  grain: 'order' | 'line' = 'order';
  hasNumber = true;
  hasRefundRows = false;
  byPrice = false;
  rows: Row[] = [];
  columns: Column[] = [];
  /** Columns that stand on the first row of an order alone. */
  onFirstRows: string[] = [];
  fileName = 'shop.csv';
  /** Questions that the file leaves open, by id. */
  mayAsk = new Set<Question['id']>();
  /** The true answers that are not the same in every file. */
  answers: Partial<Record<Question['id'], string>> = {};
  /** What an unknown status means. */
  states: Record<string, 'counts' | 'out'> = {};
  /** Columns that hold no money, by id. */
  ids = ['number', 'buyer', 'date', 'article'];
  /** Codes with which it may be refused; then it has to be. */
  refusals: string[] = [];
  /** Changes the truth where a file cannot say all of it. */
  truths: ((figures: Figures) => void)[] = [];
  /** Rows set aside under these rules are said; the truth is then either way. */
  saidAside: { rule: string; without: Figures } | null = null;

  constructor(seed: number, shop: Shop) {
    this.chance = new Chance(seed * 31 + 7);
    this.shop = shop;
  }

  get figures(): Figures {
    const figures = figuresOf(this.shop);
    for (const change of this.truths) change(figures);
    return figures;
  }

  column = (id: string): Column => this.columns.find((column) => column.id === id)!;

  /** A column behind or in the place of another. */
  put(column: Column, at: 'end' | { before: string } = 'end'): void {
    const place = at === 'end' ? -1 : this.columns.findIndex(({ id }) => id === at.before);
    if (place < 0) this.columns.push(column);
    else this.columns.splice(place, 0, column);
  }

  drop(...ids: string[]): void {
    this.columns = this.columns.filter(({ id }) => !ids.includes(id));
  }

  money = (minor: number): string => {
    const text = String(Math.abs(minor)).padStart(3, '0');
    const whole = text.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, this.group);
    return `${minor < 0 ? '-' : ''}${whole}${this.decimal}${text.slice(-2)}`;
  };

  /** The answer that the owner would give: the value of an option, or null where nothing true is on offer. */
  answer(question: Question): string | null {
    const offered = (value: string) =>
      question.options.some((option) => option.value === value) ? value : null;
    const said = this.answers[question.id];
    if (said !== undefined) return offered(said);
    const headOf = (id: string) => this.columns.find((column) => column.id === id)?.head ?? NONE;
    if (question.id === 'map.date') return offered(headOf('date'));
    if (question.id === 'map.amount') return offered(headOf('amount'));
    if (question.id === 'map.customer') return offered(headOf('buyer'));
    if (question.id === 'date_order') return offered(this.dateOrder);
    if (question.id === 'decimal') return offered(this.decimal);
    if (question.id === 'status') return offered(this.states[question.about ?? ''] ?? 'counts');
    return null;
  }
}

export const DATE_FORMS: { order: Draft['dateOrder']; write: (day: number, minute: number) => string }[] = [
  { order: 'ymd', write: (day) => dateOf(day).toISOString().slice(0, 10) },
  {
    order: 'ymd',
    write: (day, minute) => `${dateOf(day).toISOString().slice(0, 10)} ${clockOf(minute)}`,
  },
  { order: 'dmy', write: (day) => partsOf(day).toReversed().join('.') },
  { order: 'dmy', write: (day) => partsOf(day).toReversed().join('/') },
  {
    order: 'mdy',
    write: (day) => {
      const [y, m, d] = partsOf(day);
      return `${m}/${d}/${y}`;
    },
  },
];

const two = (n: number): string => String(n).padStart(2, '0');
export const partsOf = (day: number): string[] => dateOf(day).toISOString().slice(0, 10).split('-');
export const clockOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

export const buyerId = (buyer: number): string => `K${1000 + buyer}`;
export const mailOf = (buyer: number): string => `buyer${buyer}@shop.example`;
const FIRST = ['Anna', 'Bernd', 'Carla', 'Dieter', 'Eva', 'Femi', 'Gita', 'Hugo', 'Iris', 'Jan', 'Kim'];
const LAST = ['Berger', 'Koch', 'Wirth', 'Lang', 'Meier', 'Okafor', 'Rao', 'Silva', 'Tran', 'Ueda'];
/** A name that nobody else has. */
export const nameOf = (buyer: number): string => {
  const [first, rest] = [FIRST[buyer % FIRST.length]!, Math.floor(buyer / FIRST.length)];
  const last = LAST[rest % LAST.length]!;
  const more = Math.floor(rest / LAST.length);
  return more === 0 ? `${first} ${last}` : `${first} ${last}${letters(more)}`;
};
const letters = (n: number): string =>
  [...n.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join('');

/** What the file would be without any convention: known headers in some language, a plain date, an id, an amount. */
export function plainColumns(draft: Draft): Column[] {
  const { chance } = draft;
  const words = WORDS[draft.language];
  const goods = words.goods;
  const form = chance.of(DATE_FORMS);
  draft.dateOrder = form.order;
  const who = chance.of([buyerId, mailOf]);
  const columns: Column[] = [
    {
      id: 'date',
      head: chance.of(words.date),
      text: ({ order, kind }) => form.write(kind === 'refund' ? order.refund!.day : order.day, order.minute),
    },
    {
      id: 'buyer',
      head: chance.of(who === mailOf ? words.email : words.customer),
      text: ({ order: { buyer } }) => (buyer === null ? '' : who(buyer)),
    },
  ];
  if (draft.hasNumber)
    columns.unshift({
      id: 'number',
      head: chance.of(words.order),
      text: ({ order }) => `${10_001 + order.number}`,
    });
  if (draft.grain === 'line')
    columns.push({
      id: 'article',
      head: chance.of(words.product),
      text: ({ line }) => goods[(line?.article ?? 0) % goods.length]!,
    });
  if (draft.byPrice)
    columns.push(
      {
        id: 'pieces',
        head: chance.of(words.quantity),
        text: ({ line, kind }) => String((kind === 'refund' ? -1 : 1) * (line?.pieces ?? 1)),
      },
      {
        id: 'price',
        head: chance.of(words.price),
        text: ({ line, minor }) => draft.money(line?.price ?? Math.abs(minor)),
      },
    );
  else columns.push({ id: 'amount', head: chance.of(words.amount), text: ({ minor }) => draft.money(minor) });
  return columns;
}

export function rowsOf({ shop, grain, hasRefundRows }: Draft): Row[] {
  return shop.orders.flatMap((order): Row[] => {
    const sales: Row[] =
      grain === 'order'
        ? [{ order, line: null, kind: 'sale', minor: sumOf(order), isFirst: true }]
        : order.lines.map((line, at) => ({
            order,
            line,
            kind: 'sale',
            minor: line.pieces * line.price,
            isFirst: at === 0,
          }));
    if (!hasRefundRows || !order.refund) return sales;
    return [...sales, { order, line: null, kind: 'refund', minor: -order.refund.amount, isFirst: false }];
  });
}

export { LOCALES };
export type { Choices };
