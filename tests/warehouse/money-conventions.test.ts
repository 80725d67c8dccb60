import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import type { EngineErrorFields } from '../../src/engine/errors';
import { openShop } from '../helpers/warehouse';

/** Eight orders of four people; the cells of the columns behind are those given, one a row. */
const DAYS = ['01-05', '01-09', '02-03', '02-14', '03-02', '03-20', '04-11', '04-25'];
const BUYERS = ['an', 'bo', 'an', 'cy', 'bo', 'an', 'di', 'cy'];
const AMOUNTS = [100, 80, 60, 40, 70, 50, 90, 30];
const file = (heads: string[], cells: (row: number) => (string | number)[], own = true) =>
  [
    [...(own ? ['Order ID', 'Email'] : ['Reference']), 'Order Date', ...heads],
    ...DAYS.map((day, row) => [
      ...(own ? [`10${row}`, `${BUYERS[row]}@ex.test`] : ['transfer']),
      `2024-${day}`,
      ...cells(row).map((cell) => `"${cell}"`),
    ]),
  ]
    .map((row) => row.join(','))
    .join('\n') + '\n';
const figuresOf = async (text: string, choices: Choices = {}) => {
  const { report } = await openShop('native', text, { history: 'complete', ...choices });
  return { orders: report.all.orders, sales: report.all.sales, net: report.net };
};

describe('what stands for no number in a column of numbers', () => {
  it.each(['-', '–', '—', 'N/A', 'n/a', 'null', '#N/A', '#DIV/0!', 'NaN'])('%s', async (mark) => {
    const text = file(['Amount', 'Refund'], (row) => [AMOUNTS[row]!, row === 2 ? '10.00' : mark]);
    expect(await figuresOf(text)).toEqual({ orders: 8, sales: 520, net: 510 });
  });

  it('an amount that is a dash is no order of 0, and the row is said', async () => {
    const text = file(['Amount'], (row) => [row === 3 ? '-' : AMOUNTS[row]!]);
    const { report } = await openShop('native', text, { history: 'complete' });
    expect(report.all).toEqual({ orders: 7, sales: 480 });
    expect(report.set_aside).toContainEqual({ rule: 'unreadable_amount', rows: 1 });
  });
});

describe('discounts below 0 are taken off, however they are written', () => {
  it.each(['-5.00', '(5.00)', '5.00-', "'-5.00", '−5.00', '-€5.00', '5.00'])('%s', async (discount) => {
    const text = file(['Quantity', 'Unit Price', 'Discount'], (row) => [1, AMOUNTS[row]! + 5, discount]);
    expect((await figuresOf(text)).sales).toBe(520);
  });
});

describe('debits and credits', () => {
  const ledger = (own: boolean, credits: readonly number[]) =>
    file(['Amount'], (row) => [`${AMOUNTS[row]!}.00 ${credits.includes(row) ? 'CR' : 'DR'}`], own);

  it('in the ledger of a shop a debit is a sale, and a credit was given back', async () => {
    expect(await figuresOf(ledger(true, [2]))).toEqual({ orders: 7, sales: 460, net: 400 });
  });

  it('of a bank it is asked, and each answer is counted', async () => {
    const bank = ledger(false, [0, 1, 2, 3, 4, 5, 6]);
    const asked = (await openShop('native', bank).catch((error: unknown) => error)) as EngineErrorFields;
    expect(asked.questions?.map(({ id }) => id)).toEqual(['credit']);
    expect(asked.questions?.[0]?.options.map(({ value }) => value)).toEqual(['in', 'out']);
    expect((await figuresOf(bank, { credit: 'in' })).sales).toBe(490);
    expect((await figuresOf(bank, { credit: 'out' })).sales).toBe(30);
  });

  it('where only one of them stands, it says nothing of the sign', async () => {
    expect((await figuresOf(ledger(true, [0, 1, 2, 3, 4, 5, 6, 7]))).sales).toBe(520);
  });
});

describe('an amount that is what refunds have left', () => {
  const left = (heads: string[]) =>
    file(heads, (row) => {
      const back = row === 2 ? 10 : 0;
      return [AMOUNTS[row]! - back, back, AMOUNTS[row]!];
    });

  it('is told by the row on which it differs from the total, and nothing is taken off twice', async () => {
    expect((await figuresOf(left(['Net sales', 'Refund', 'Total']))).net).toBe(510);
  });

  it('is no such amount where it is the total itself', async () => {
    const text = file(['Amount', 'Refund', 'Total'], (row) => [
      AMOUNTS[row]!,
      row === 2 ? 10 : 0,
      AMOUNTS[row]!,
    ]);
    expect((await figuresOf(text)).net).toBe(510);
  });
});

it.each(['Refunded', 'Refund', 'Amount refunded'])('a column "%s" is taken off', async (head) => {
  const text = file(['Amount', head], (row) => [AMOUNTS[row]!, row === 2 ? '10.00' : '']);
  expect(await figuresOf(text)).toEqual({ orders: 8, sales: 520, net: 510 });
});

it('an amount that a person has chosen is read where many of its cells hold words', async () => {
  const text = file(['Net amount'], (row) => [row < 3 ? 'see note' : AMOUNTS[row]!]);
  const { report } = await openShop('native', text, { history: 'complete', map: { amount: 'Net amount' } });
  expect(report.all).toEqual({ orders: 5, sales: 280 });
  expect(report.facts).toContainEqual({
    id: 'mostly_aside',
    values: { rows: 3, of: 8, reason: 'unreadable_amount' },
  });
});

it('a column "Refunded" of 0 and 1 says whether an order went back, and not how much of it', async () => {
  const text = file(['Amount', 'Refunded'], (row) => [AMOUNTS[row]!, row === 2 ? 1 : 0]);
  expect(await figuresOf(text)).toEqual({ orders: 7, sales: 460, net: 460 });
});
