import { csvOf } from '../csv';
import { clockOf, type Convention, type Draft } from '../draft';
import { giveBack, isoOf, sumOf } from '../shop';
import { NONE } from '../../../../src/ingest/mapping/none';
import { WORDS } from '../../thousand/words';

/** Numbers that begin anew at every till or on every day. */
const recurring = (id: string, by: 'branch' | 'day', hasLines: boolean): Convention => ({
  id,
  rule: 10,
  takes: ['number', 'grain', 'refund'],
  plan: (draft) => {
    draft.language = 'en';
    if (hasLines) draft.grain = 'line';
  },
  write: (draft) => {
    const numbers = new Map<number, number>();
    const counts = new Map<number, number>();
    for (const { branch, day, number } of draft.shop.orders) {
      const key = by === 'branch' ? branch : day;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      numbers.set(number, counts.get(key)!);
    }
    draft.column('number').head = draft.chance.of(['Receipt No', 'Order no.', 'Bill No']);
    draft.column('number').text = ({ order }) => String(numbers.get(order.number)!);
    if (by === 'branch')
      draft.put({
        id: 'branch',
        head: draft.chance.of(['Branch', 'Store name', 'Till']),
        text: ({ order }) => ['North', 'South', 'Harbour'][order.branch]!,
      });
  },
});

const destroyed = (digits: number): string =>
  `${(digits / 10 ** Math.floor(Math.log10(digits))).toFixed(2)}E+${Math.floor(Math.log10(digits))}`;

/** Documents that take an order back under a number of their own. */
const creditNote = (id: string, number: (order: string) => string): Convention => ({
  id,
  rule: 13,
  takes: ['number', 'refund', 'grain'],
  plan: (draft) => {
    giveBack(draft.chance, draft.shop, 0.12);
    draft.hasRefundRows = true;
  },
  write: (draft) => {
    // Every third one takes back all: an order of which nothing is left is none.
    draft.shop.orders.forEach((order) => {
      if (order.refund && order.number % 3 === 0) order.refund.amount = sumOf(order);
    });
    for (const row of draft.rows) if (row.kind === 'refund') row.minor = -row.order.refund!.amount;
    draft.column('number').text = ({ order, kind }) => {
      const own = `${10_001 + order.number}`;
      return kind === 'refund' ? number(own) : own;
    };
  },
});

/** Orders and their lines in two files whose numbers are written in two ways. */
const twoTables = (
  id: string,
  ofOrders: (n: number) => string,
  ofLines: (n: number) => string,
): Convention => ({
  id,
  rule: 14,
  takes: ['pack', 'grain', 'number', 'amount', 'refund', 'top', 'rows', 'heads', 'status', 'buyer'],
  plan: (draft) => {
    draft.language = 'en';
    draft.grain = 'line';
    draft.encode = null;
  },
  pack: (draft) => {
    const [date, buyer] = [draft.column('date'), draft.column('buyer')];
    const goods = WORDS.en.goods;
    const heads = draft.rows.filter(({ isFirst }) => isFirst);
    const orders = [
      ['Order ID', date.head, buyer.head],
      ...heads.map((row) => [
        ofOrders(row.order.number + 1),
        row.own?.date ?? date.text(row),
        buyer.text(row),
      ]),
    ];
    const lines = [
      ['Order ID', 'Product', 'Amount'],
      ...draft.rows.map(({ order, line, minor }) => [
        ofLines(order.number + 1),
        goods[line!.article % goods.length]!,
        draft.money(minor),
      ]),
    ];
    return [
      new File([csvOf(orders, draft.delimiter)], 'orders.csv'),
      new File([csvOf(lines, draft.delimiter)], 'lines.csv'),
    ];
  },
});

/** Without numbers a row with a clock, or several articles, tells what one order is. */
const numberless = (draft: Draft): void => {
  draft.hasNumber = false;
};

export const ORDERS: Convention[] = [
  recurring('numbers begin anew in each branch', 'branch', false),
  recurring('numbers begin anew in each branch, lines', 'branch', true),
  recurring('numbers begin anew each day', 'day', false),
  recurring('numbers begin anew each day, lines', 'day', true),
  {
    id: 'ids in scientific notation',
    rule: 10,
    takes: ['buyer', 'number'],
    plan: (draft) => {
      draft.mayAsk.add('map.customer');
      draft.answers['map.customer'] = NONE;
      draft.truths.push((figures) => Object.assign(figures, { customers: 0, loyalty: {} }));
    },
    write: (draft) => {
      const [decimal, column] = [draft.decimal, draft.column('buyer')];
      column.head = WORDS[draft.language].customer[0]!;
      column.text = ({ order: { buyer } }) =>
        buyer === null
          ? ''
          : destroyed(578_000_000_000_000_000 + buyer * 1_370_000_000_000_000).replace('.', decimal);
    },
  },
  {
    id: 'order numbers in scientific notation',
    rule: 10,
    takes: ['number', 'grain', 'refund'],
    write: (draft) => {
      const { decimal } = draft;
      draft.column('number').text = ({ order }) =>
        destroyed(123_000_000_000_000 + order.number * 170_000_000_000).replace('.', decimal);
    },
  },
  {
    id: 'no number, several articles a day',
    rule: 11,
    takes: ['number', 'grain', 'refund'],
    plan: (draft) => {
      numberless(draft);
      draft.grain = 'line';
    },
  },
  {
    id: 'no number, lines at one moment',
    rule: 11,
    takes: ['number', 'grain', 'refund', 'date'],
    plan: (draft) => {
      numberless(draft);
      draft.grain = 'line';
    },
    write: (draft) => {
      draft.dateOrder = 'ymd';
      draft.column('date').text = ({ order }) => `${isoOf(order.day)} ${clockOf(order.minute)}:17`;
    },
  },
  { id: 'no number, a row an order', rule: 11, takes: ['number', 'grain', 'refund'], plan: numberless },
  {
    id: 'visits',
    rule: 12,
    takes: ['number', 'grain', 'refund', 'buyer'],
    plan: (draft) => {
      numberless(draft);
      draft.grain = 'line';
      for (const order of draft.shop.orders) order.buyer ??= 1 + (order.number % draft.shop.buyers);
      keepFirstOfDay(draft);
    },
    write: (draft) => void (draft.onFirstRows = ['date', 'buyer']),
  },
  {
    id: 'visits with numbers',
    rule: 12,
    takes: ['number', 'grain', 'refund', 'buyer'],
    plan: (draft) => {
      draft.grain = 'line';
      for (const order of draft.shop.orders) order.buyer ??= 1 + (order.number % draft.shop.buyers);
      keepFirstOfDay(draft);
    },
    write: (draft) => void (draft.onFirstRows = ['date', 'buyer', 'number']),
  },
  creditNote('credit notes CN-', (n) => `CN-${n}`),
  creditNote('credit notes -R1', (n) => `${n}-R1`),
  creditNote('credit notes C', (n) => `C${n}`),
  twoTables('keys with zeros', (n) => String(n).padStart(5, '0'), String),
  twoTables('keys as texts', (n) => `'${n}`, String),
  twoTables('keys with decimals', String, (n) => `${n}.0`),
];

/** Somebody who got a name that was missing may now have two orders on a day. */
function keepFirstOfDay({ shop }: Draft): void {
  const taken = new Set<string>();
  shop.orders = shop.orders.filter(({ buyer, day }) => {
    const key = `${buyer} ${day}`;
    return taken.has(key) ? false : Boolean(taken.add(key));
  });
}
