import { WORDS } from '../../thousand/words';
import { buyerId, mailOf, nameOf, type Convention, type Draft, type Part } from '../draft';
import { dateOf, isoOf, sumOf } from '../shop';
import { csvOf } from '../csv';
import { encoded } from '../encode';

const top = (id: string, finish: Convention['finish'], takes: Part[] = ['top']): Convention => ({
  id,
  rule: 17,
  takes,
  ...(finish ? { finish } : {}),
});

const padded = (cells: string[], width: number): string[] =>
  [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')].slice(
    0,
    Math.max(width, cells.length),
  );

const NOTES = [
  'by phone',
  'in the shop',
  'a friend of the house',
  'twice',
  'with a ribbon',
  'urgent',
  'second floor',
];

/** An unknown text among known ones, in any language. */
const unknownStatus = (
  id: string,
  head: string,
  known: string,
  text: string,
  meaning: 'counts' | 'out',
): Convention => ({
  id,
  rule: 20,
  takes: ['status', 'refund', 'heads'],
  plan: (draft) => {
    draft.mayAsk.add('status');
    draft.states[text] = meaning;
    if (meaning === 'out') draft.shop.orders.forEach((order, at) => (order.counts = at % 6 !== 4));
  },
  write: (draft) => {
    draft.put({ id: 'status', head, text: ({ order }) => (order.number % 6 === 4 ? text : known) });
  },
});

/** A second column of states, of what came back afterwards. */
const afterSales = (
  id: string,
  heads: [string, string],
  known: string,
  back: string,
  none: string,
): Convention => ({
  id,
  rule: 20,
  takes: ['status', 'refund', 'heads'],
  plan: (draft) => {
    draft.mayAsk.add('status');
    draft.shop.orders.forEach((order, at) => (order.counts = at % 6 !== 4));
  },
  write: (draft) => {
    draft.put({ id: 'status', head: heads[0], text: () => known });
    draft.put({ id: 'after', head: heads[1], text: ({ order }) => (order.counts ? none : back) });
  },
});

const ENCODED: Part[] = ['pack', 'heads', 'top'];
const short = (id: string, language: 'zh' | 'ja', label: string): Convention => ({
  id,
  rule: 21,
  takes: ENCODED,
  plan: (draft) => {
    draft.language = language;
    draft.encode = (text) => encoded(text, label);
  },
});

const ALL: Part[] = [
  'amount',
  'refund',
  'buyer',
  'number',
  'grain',
  'date',
  'status',
  'rows',
  'heads',
  'pack',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A row a customer and a column a month. */
const monthTable = (id: string, head: (year: number, month: number) => string): Convention => ({
  id,
  rule: 22,
  takes: ALL,
  plan: (draft) => {
    draft.language = 'en';
    const sums = new Map<string, (typeof draft.shop.orders)[number]>();
    for (const order of draft.shop.orders) {
      order.buyer ??= 1;
      order.day -= dateOf(order.day).getUTCDate() - 1;
      const key = `${order.buyer} ${order.day}`;
      const before = sums.get(key);
      if (before) before.lines.push(...order.lines);
      else sums.set(key, order);
    }
    draft.shop.orders = [...sums.values()];
  },
  finish: (draft) => {
    const { orders } = draft.shop;
    const last = orders.at(-1)!.day;
    const months: number[] = [];
    for (let day = orders[0]!.day; day <= last; day += 32 - dateOf(day + 31).getUTCDate() || 31)
      months.push(day);
    const who = draft.chance.of([buyerId, mailOf, nameOf]);
    const buyers = [...new Set(orders.map(({ buyer }) => buyer!))].sort((a, b) => a - b);
    const cells = new Map(orders.map((order) => [`${order.buyer} ${order.day}`, draft.money(sumOf(order))]));
    return [
      ['Customer', ...months.map((day) => head(dateOf(day).getUTCFullYear(), dateOf(day).getUTCMonth()))],
      ...buyers.map((buyer) => [who(buyer), ...months.map((day) => cells.get(`${buyer} ${day}`) ?? '')]),
    ];
  },
});

const jsonFile = (
  id: string,
  write: (draft: Draft, table: string[][]) => unknown,
  more: Partial<Convention> = {},
): Convention => ({
  id,
  rule: 23,
  takes: ['pack', 'top', 'rows'],
  pack: (draft, table) => [new File([JSON.stringify(write(draft, table))], 'shop.json')],
  ...more,
});

export const FILES: Convention[] = [
  top('title of several cells', (_, table) => {
    const width = table[0]!.length;
    return [
      padded(['Sales report', 'Harbour Tea', 'Branch 2', 'all tills'], width),
      padded(['Printed', '2025-11-02', 'by', 'front desk'], width),
      ...table,
    ];
  }),
  top('address above', (_, table) => {
    const width = table[0]!.length;
    return [
      padded(['Harbour Tea Shop Ltd.'], width),
      padded(['12 Quay Street', '', 'Tel. 0123 456789'], width),
      padded([''], width),
      ...table,
    ];
  }),
  {
    ...top('header one name short', shortHeader, ['top', 'heads']),
    write: (draft) =>
      draft.put(
        { id: 'note', head: 'x', text: ({ order }) => NOTES[order.number % NOTES.length]! },
        { before: draft.chance.of(['date', 'buyer']) },
      ),
  },
  top(
    'row numbers without a name',
    (_, table) => [table[0]!, ...table.slice(1).map((row, at) => [String(at + 1), ...row])],
    ['top', 'heads', 'rows'],
  ),
  ...(['cells too many', 'an unquoted separator'] as const).map((id, at): Convention => ({
    id,
    rule: 18,
    takes: ['rows', 'refund', 'grain', 'pack'],
    plan: (draft) => {
      if (at === 0) return;
      // The row of one order cannot be cut right, and is set aside.
      const broken = draft.shop.orders[Math.floor(draft.shop.orders.length / 2)]!;
      broken.counts = false;
    },
    finish: (draft, table) => {
      const middle = 1 + Math.floor(draft.shop.orders.length / 2);
      const rows = [...table];
      if (at === 0)
        rows.splice(middle, 0, [
          'error',
          'timeout',
          'see',
          'the',
          'log',
          'of',
          'the',
          'till',
          'today',
          '!',
          '!',
          '!',
          '!',
        ]);
      else
        rows[middle] = [...rows[middle]!.slice(0, 1), 'Koch', 'Bernd', 'x', 'y', ...rows[middle]!.slice(1)];
      return rows;
    },
  })),
  unknownStatus('a status nobody knows, counts', 'Status', 'Completed', 'Zurbled', 'counts'),
  unknownStatus('a status nobody knows, is out', 'Status', 'Completed', 'Walkaway', 'out'),
  unknownStatus('a status of a language nobody speaks', 'Trạng thái', 'Hoàn thành', 'Khựng lại', 'out'),
  afterSales('after-sales in English', ['Order status', 'Return status'], 'Completed', 'Refunded', ''),
  afterSales('after-sales in Chinese', ['订单状态', '售后状态'], '已完成', '退款成功', '无售后'),
  short('short GBK', 'zh', 'gbk'),
  short('short Shift-JIS', 'ja', 'shift_jis'),
  monthTable('customers by months', (year, month) => `${MONTHS[month]}-${String(year).slice(2)}`),
  monthTable(
    'customers by months in numbers',
    (year, month) => `${year}-${String(month + 1).padStart(2, '0')}`,
  ),
  jsonFile('columns and results', (_, [heads, ...rows]) => ({
    columns: heads!.map((name) => ({ name })),
    results: rows,
  })),
  jsonFile('fields and rows', (_, [heads, ...rows]) => ({ status: 'ok', data: { fields: heads, rows } })),
  jsonFile(
    'orders that hold their lines',
    ({ shop }) => ({
      orders: shop.orders.map((order) => ({
        id: 9000 + order.number,
        created_at: `${isoOf(order.day)}T10:00:00`,
        customer: order.buyer === null ? null : { id: order.buyer, email: mailOf(order.buyer) },
        line_items: order.lines.map(({ article, pieces, price }) => ({
          title: WORDS.en.goods[article % 5],
          quantity: pieces,
          price: (price / 100).toFixed(2),
        })),
        currency: 'EUR',
      })),
    }),
    { takes: ['pack', 'top', ...ALL] },
  ),
  jsonFile(
    'orders with a subtotal',
    ({ shop }) => ({
      orders: shop.orders.map((order) => ({
        id: 9000 + order.number,
        created_at: `${isoOf(order.day)}T10:00:00`,
        email: order.buyer === null ? '' : mailOf(order.buyer),
        subtotal_price: (sumOf(order) / 100).toFixed(2),
        total_tax: (sumOf(order) / 1000).toFixed(2),
        total_price: ((sumOf(order) * 1.1) / 100).toFixed(2),
        line_items: order.lines.map(({ article, pieces, price }) => ({
          title: WORDS.en.goods[article % 5],
          quantity: pieces,
          price: (price / 100).toFixed(2),
        })),
      })),
    }),
    { takes: ['pack', 'top', ...ALL] },
  ),
  {
    id: 'customers alone',
    rule: 23,
    takes: ['pack', 'top', ...ALL],
    plan: (draft) => void draft.refusals.push('not-sales'),
    pack: (draft) => {
      const buyers = Array.from({ length: draft.shop.buyers }, (_, at) => at + 1);
      const of = (buyer: number) => draft.shop.orders.filter((order) => order.buyer === buyer);
      const rows = buyers.map((buyer) => [
        buyerId(buyer),
        nameOf(buyer),
        mailOf(buyer),
        draft.money(of(buyer).reduce((sum, order) => sum + sumOf(order), 0)),
        String(of(buyer).length),
      ]);
      return [
        new File(
          [
            csvOf(
              [['Customer ID', 'Full name', 'Email', 'Total spent', 'Total orders'], ...rows],
              draft.delimiter,
            ),
          ],
          'customers.csv',
        ),
      ];
    },
  },
];

/** The name of one column is missing and the others have moved: the values below say which. */
function shortHeader(draft: Draft, [heads, ...rows]: string[][]): string[][] {
  const at = draft.columns.findIndex(({ id }) => id === 'note');
  return at < 0 ? [heads!, ...rows] : [heads!.filter((_, i) => i !== at), ...rows];
}
