import type { Convention, Draft } from '../draft';
import { giveBack, sumOf } from '../shop';

function refundRows(draft: Draft): void {
  giveBack(draft.chance, draft.shop);
  draft.hasRefundRows = true;
}

/** Rows with an amount below zero, written in one way throughout. */
const signed = (id: string, write: (plain: string) => string): Convention => ({
  id,
  rule: 2,
  takes: ['amount', 'refund', 'number'],
  plan: refundRows,
  write: (draft) => {
    draft.column('amount').text = ({ minor }) => {
      const plain = draft.money(Math.abs(minor));
      return minor < 0 ? write(plain) : plain;
    };
  },
});

/** A column of what was given back, blank where nothing was. */
const refundColumn = (
  id: string,
  rule: number,
  write: (plain: string) => string,
  blank: string,
): Convention => ({
  id,
  rule,
  takes: ['amount', 'refund', 'grain', 'number'],
  plan: (draft) => {
    draft.language = 'en';
    giveBack(draft.chance, draft.shop);
  },
  write: (draft) => {
    draft.put({
      id: 'refund',
      head: draft.chance.of(['Refund', 'Refunded', 'Refunded Amount', 'Refund amount']),
      text: ({ order }) => (order.refund ? write(draft.money(order.refund.amount)) : blank),
    });
  },
});

const BLANK_MARKS = ['-', '–', 'N/A', 'n/a', 'null', '#N/A', '—'];

/** Orders of which a discount is taken off. What is true is what is left: `sumOf`. */
function discounted(draft: Draft): (order: Parameters<typeof sumOf>[0]) => number {
  const off = new Map(
    draft.shop.orders.map((order) => [order, draft.chance.is(0.4) ? draft.chance.whole(1, 9) * 100 : 0]),
  );
  return (order) => off.get(order) ?? 0;
}

/** An amount beside its total, before or after the discount: only the sums tell. */
const discountOf = (id: string, isBefore: boolean): Convention => ({
  id,
  rule: 3,
  takes: ['amount', 'refund', 'grain', 'number'],
  plan: (draft) => {
    draft.language = 'en';
  },
  write: (draft) => {
    const off = discounted(draft);
    draft.column('amount').head = 'Subtotal';
    draft.column('amount').text = ({ order }) => draft.money(sumOf(order) + (isBefore ? off(order) : 0));
    draft.put({ id: 'discount', head: 'Discount', text: ({ order }) => draft.money(off(order)) });
    draft.put({ id: 'total', head: 'Total', text: ({ order }) => draft.money(sumOf(order)) });
  },
});

const TAXES = [10, 20, 25, 8];

/** Subtotal, tax, total and what was given back, tax and all; some orders went back whole, so that the values show it. */
const taxed = (id: string, withShipping: boolean): Convention => ({
  id,
  rule: 4,
  takes: ['amount', 'refund', 'grain', 'number'],
  plan: (draft) => {
    draft.language = 'en';
    giveBack(draft.chance, draft.shop);
    for (const [at, order] of draft.shop.orders.entries())
      if (at % 11 === 4) order.refund = { day: order.day, amount: sumOf(order) };
  },
  write: (draft) => {
    const rate = draft.chance.of(TAXES);
    const shippingOf = (number: number) => (withShipping ? 500 + (number % 3) * 100 : 0);
    const taxOf = (minor: number) => (minor * rate) / 100;
    draft.column('amount').head = 'Subtotal';
    draft.put({
      id: 'tax',
      head: draft.chance.of(['Tax', 'Taxes', 'VAT']),
      text: ({ minor }) => draft.money(taxOf(minor)),
    });
    if (withShipping)
      draft.put({
        id: 'shipping',
        head: 'Shipping',
        text: ({ order }) => draft.money(shippingOf(order.number)),
      });
    draft.put({
      id: 'total',
      head: 'Total',
      text: ({ minor, order }) => draft.money(minor + taxOf(minor) + shippingOf(order.number)),
    });
    draft.put({
      id: 'refund',
      head: draft.chance.of(['Refunded Amount', 'Refund', 'Refunded']),
      text: ({ order }) => {
        const back = order.refund?.amount ?? 0;
        const isWhole = back === sumOf(order);
        return draft.money(back + taxOf(back) + (isWhole ? shippingOf(order.number) : 0));
      },
    });
  },
});

/** No amount, but numbers that are none: a table, a visit, an id that counts on. */
const noAmount = (id: string, head: string, text: (at: number) => string, isId = false): Convention => ({
  id,
  rule: 1,
  takes: ['amount', 'refund', 'grain', 'number'],
  plan: (draft) => {
    draft.mayAsk.add('map.amount');
    if (isId) draft.ids.push('other');
    draft.truths.push((figures) => Object.assign(figures, { sales: null, net: null }));
  },
  write: (draft) => {
    draft.drop('amount');
    if (head !== '') draft.put({ id: 'other', head, text: ({ order }) => text(order.number) });
  },
});

/** Two currencies in signs or in a column of their own: never added, asked. */
const mixed = (id: string, write: (plain: string, isMain: boolean) => string): Convention => ({
  id,
  rule: 5,
  takes: ['amount', 'refund', 'grain', 'number'],
  plan: (draft) => {
    draft.shop.orders.forEach((order, at) => (order.counts = at % 5 !== 1));
    draft.mayAsk.add('currency');
    draft.answers.currency = 'EUR';
  },
  write: (draft) => {
    draft.column('amount').text = ({ minor, order }) => write(draft.money(minor), order.counts);
  },
});

/** A column with the currencies of the buyers' countries beside amounts that name their own. */
const buyersCurrency = (id: string, dress: (draft: Draft) => void): Convention => ({
  id,
  rule: 5,
  takes: ['amount', 'refund', 'grain'],
  plan: (draft) => {
    draft.language = 'en';
  },
  write: (draft) => {
    dress(draft);
    draft.put({
      id: 'currency',
      head: 'Currency',
      text: ({ order }) => ['EUR', 'GBP', 'USD', 'SEK'][(order.buyer ?? 1) % 4]!,
    });
  },
});

export const MONEY: Convention[] = [
  noAmount('no amount', '', () => ''),
  noAmount('no amount, tables', 'Table', (at) => String((at * 7) % 23)),
  noAmount('no amount, tickets', 'Ticket', (at) => String(4_000_117 + 3 * at), true),
  noAmount('no amount, guests', 'Party size', (at) => String(1 + (at % 5))),
  signed('brackets', (plain) => `(${plain})`),
  signed('trailing minus', (plain) => `${plain}-`),
  signed('true minus', (plain) => `\u2212${plain}`),
  signed('apostrophe before the minus', (plain) => `'-${plain}`),
  {
    id: 'debits and credits',
    rule: 2,
    takes: ['amount', 'refund', 'number'],
    plan: refundRows,
    write: (draft) => {
      draft.column('amount').text = ({ minor }) =>
        `${draft.money(Math.abs(minor))} ${minor < 0 ? 'CR' : 'DR'}`;
    },
  },
  ...BLANK_MARKS.map((mark) => refundColumn(`refunds with ${mark}`, 2, (plain) => plain, mark)),
  refundColumn('refunds below zero', 2, (plain) => `-${plain}`, ''),
  refundColumn('refunds in brackets', 2, (plain) => `(${plain})`, ''),
  {
    id: 'discounts below zero',
    rule: 2,
    takes: ['amount', 'refund', 'grain'],
    plan: (draft) => {
      draft.language = 'en';
      draft.grain = 'line';
      draft.byPrice = true;
    },
    write: (draft) => {
      const dress = draft.chance.of([
        (t: string) => `-${t}`,
        (t: string) => `(${t})`,
        (t: string) => `${t}-`,
      ]);
      draft.column('price').text = ({ line }) => draft.money(line!.price + 100);
      draft.put({
        id: 'discount',
        head: 'Discount',
        text: ({ line }) => dress(draft.money(100 * line!.pieces)),
      });
    },
  },
  {
    id: 'after refunds',
    rule: 3,
    takes: ['amount', 'refund', 'grain', 'number'],
    plan: (draft) => {
      draft.language = 'en';
      giveBack(draft.chance, draft.shop, 0.15);
      // What was sold before refunds can be said in two ways; what is left cannot.
      draft.truths.push((figures) => delete figures.sales);
    },
    write: (draft) => {
      draft.column('amount').head = draft.chance.of(['Net sales', 'Amount', 'Net amount']);
      draft.column('amount').text = ({ order, minor }) => draft.money(minor - (order.refund?.amount ?? 0));
      draft.put({
        id: 'refund',
        head: 'Refund',
        text: ({ order }) => draft.money(order.refund?.amount ?? 0),
      });
      draft.put({ id: 'total', head: 'Total', text: ({ minor }) => draft.money(minor) });
    },
  },
  discountOf('after discounts', false),
  discountOf('before discounts', true),
  taxed('refunds with tax', false),
  taxed('refunds with tax and shipping', true),
  buyersCurrency('currency in the head', (draft) => {
    draft.column(draft.byPrice ? 'price' : 'amount').head = draft.chance.of([
      'Amount (EUR)',
      'Amount EUR',
      'Net amount in EUR',
    ]);
  }),
  buyersCurrency('currency in signs', (draft) => {
    draft.column('amount').text = ({ minor }) => `€${draft.money(minor)}`;
  }),
  mixed('two currencies in signs', (plain, isMain) => (isMain ? `€${plain}` : `£${plain}`)),
  {
    ...mixed('two currencies in a column', (plain) => plain),
    write: (draft) => {
      draft.put({ id: 'currency', head: 'Currency', text: ({ order }) => (order.counts ? 'EUR' : 'GBP') });
    },
  },
  {
    id: 'gift cards sold',
    rule: 6,
    takes: ['grain', 'amount', 'refund'],
    plan: (draft) => {
      draft.grain = 'line';
    },
    write: (draft) => {
      const name = draft.chance.of([
        'Gift card',
        'Geschenkgutschein',
        'Tarjeta regalo',
        'Carte cadeau',
        '礼品卡',
        'Thẻ quà tặng',
      ]);
      draft.rows = draft.rows.flatMap((row, at) =>
        at % 9 === 4
          ? [
              row,
              {
                ...row,
                kind: 'other' as const,
                isFirst: false,
                minor: 5000,
                line: { article: 0, pieces: 1, price: 5000 },
                own: { article: name },
              },
            ]
          : [row],
      );
    },
  },
  {
    id: 'fees and payouts',
    rule: 6,
    takes: ['grain', 'amount', 'refund', 'number'],
    plan: (draft) => {
      draft.language = 'en';
    },
    write: (draft) => {
      const others = ['Fee', 'Payout', 'Transfer'];
      draft.put({ id: 'type', head: 'Type', text: () => 'Sale' });
      draft.rows = draft.rows.flatMap((row, at) =>
        at % 6 === 2
          ? [
              row,
              {
                ...row,
                kind: 'other' as const,
                minor: -100 * (1 + (at % 7)),
                own: { type: others[at % 3]!, buyer: '', number: `T${at}` },
              },
            ]
          : [row],
      );
    },
  },
  {
    id: 'paid by gift card',
    rule: 6,
    takes: ['amount', 'refund', 'grain', 'number'],
    plan: (draft) => {
      draft.language = 'en';
    },
    write: (draft) => {
      draft.put({
        id: 'paid',
        head: draft.chance.of(['Gift card', 'Gift card amount', 'Store credit used']),
        text: ({ minor, order }) => draft.money(order.number % 4 === 1 ? minor / 2 : 0),
      });
    },
  },
  {
    id: 'test orders',
    rule: 6,
    takes: ['status', 'amount', 'refund'],
    plan: (draft) => {
      draft.language = 'en';
      draft.shop.orders.forEach((order, at) => (order.counts = at % 7 !== 3));
    },
    write: (draft) => {
      draft.put({ id: 'status', head: 'Status', text: ({ order }) => (order.counts ? 'Completed' : 'Test') });
    },
  },
];
