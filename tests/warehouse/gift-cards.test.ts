import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { isGiftCard, saysCancelled } from '../../src/ingest/rows/row-texts';
import { openShop } from '../helpers/warehouse';

const opened = async (text: string, choices: Choices = {}) => {
  const { report } = await openShop('native', text, { history: 'complete', ...choices });
  return report;
};

describe('gift cards', () => {
  it.each([
    'Gift Card - $100',
    'E-Gift',
    'Geschenkgutschein 50 €',
    'Carte cadeau',
    'Vale-presente',
    'Thẻ quà tặng 500k',
    '礼品卡 200',
    'ギフトカード',
  ])('%s is one', (name) => expect(isGiftCard(name)).toBe(true));
  it.each([
    'Gift, big',
    'Gift box',
    'Gift card holder',
    'Card "thank you"',
    'Geschenkpapier',
    'Gift wrap',
    'Cardigan',
  ])('%s is none', (name) => expect(isGiftCard(name)).toBe(false));

  const LINES = `Order ID,Order date,Customer ID,Product,Quantity,Unit price
1,2024-01-05,K1,Gift card 50,2,50.00
2,2024-01-06,K2,Tea,1,10.00
2,2024-01-06,K2,Gift card 50,1,50.00
3,2024-01-07,K1,Teapot,1,100.00
`;
  it('are outside of sales and said; the order that a card pays for counts whole', async () => {
    const report = await opened(LINES);
    expect(report.all).toEqual({ orders: 2, sales: 110 });
    expect(report.set_aside).toContainEqual({ rule: 'gift_card', rows: 2 });
    expect(report.facts).toContainEqual({ id: 'gift_cards', values: { rows: 2 } });
    expect((await opened(LINES, { gift_cards: 'in' })).all).toEqual({ orders: 3, sales: 260 });
    expect((await opened(LINES, { rules: { gift_card: 'keep' } })).all).toEqual({ orders: 3, sales: 260 });
  });

  it('are taken off an amount that stands once an order', async () => {
    const text = `Order ID,Order date,Customer ID,Order total,Product,Quantity,Unit price
1,2024-01-05,K1,100.00,Gift card 50,2,50.00
2,2024-01-06,K2,60.00,Tea,1,10.00
2,2024-01-06,K2,,Gift card 50,1,50.00
3,2024-01-07,K1,100.00,Teapot,1,80.00
3,2024-01-07,K1,,Tea,2,10.00
`;
    expect((await opened(text, { map: { amount: 'Order total' } })).all).toEqual({ orders: 2, sales: 110 });
  });
});

it.each([
  'No-show',
  'no show',
  'Client did not attend',
  'nicht erschienen',
  'No asistió',
  'Không đến',
  '爽约',
  '취소',
  'Rejected',
])('%s says that it did not happen', (status) => expect(saysCancelled(status)).toBe(true));
it.each(['Completed', 'Booked', 'Shown', 'Absolut fertig', 'Closed', 'Paid', 'Dismissed'])(
  '%s does not',
  (status) => expect(saysCancelled(status)).toBe(false),
);
