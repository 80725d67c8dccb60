import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import type { EngineErrorFields } from '../../src/engine/errors';
import { isKnownStatus } from '../../src/ingest/rows/status-words';
import { openShop } from '../helpers/warehouse';

const file = (statuses: readonly string[]) =>
  `Order ID,Order date,Customer ID,Amount,Status\n${statuses
    .map((status, i) => `${i},2024-01-${String(1 + (i % 28)).padStart(2, '0')},K${i % 5},10.00,${status}`)
    .join('\n')}\n`;
const opened = async (statuses: readonly string[], choices: Choices = {}) =>
  (await openShop('native', file(statuses), { history: 'complete', ...choices })).report.all.orders;
const askedOf = async (statuses: readonly string[]) => {
  const error = await openShop('native', file(statuses)).catch((one: unknown) => one as EngineErrorFields);
  return 'questions' in error ? (error.questions ?? []) : [];
};
const times = (n: number, text: string) => Array.from({ length: n }, () => text);

describe('texts of a status that no rule knows', () => {
  const MIXED = [
    ...times(20, 'Completed'),
    ...times(5, 'Zurückgestellt'),
    ...times(2, 'Parkposition'),
    'Cancelled',
  ];

  it('are asked with their rows where others are known, most rows first', async () => {
    const questions = await askedOf(MIXED);
    expect(questions.map(({ id, about, column }) => [id, about, column])).toEqual([
      ['status', 'Zurückgestellt', 'Status'],
      ['status', 'Parkposition', 'Status'],
    ]);
    expect(questions[0]?.question).toContain('5 rows have "Zurückgestellt"');
  });

  it('count or not, as was said of each', async () => {
    const said = (of: Choices['statuses']) => opened(MIXED, { statuses: of! });
    expect(await said({ Zurückgestellt: 'out', Parkposition: 'out' })).toBe(20);
    expect(await said({ Zurückgestellt: 'out', Parkposition: 'counts' })).toBe(22);
    expect(await said({ Zurückgestellt: 'counts', Parkposition: 'counts', Cancelled: 'counts' })).toBe(28);
  });

  it('are not asked of orders that are still to come', async () => {
    const text = `${file(times(9, 'Completed'))}99,2098-01-05,K1,10.00,Booked\n`;
    expect((await openShop('native', text, { history: 'complete' })).report.all.orders).toBe(9);
  });

  it('are not asked where all are known, or none is', async () => {
    expect(await opened([...times(9, 'Đã giao'), 'Đã hủy'])).toBe(9);
    expect(await opened([...times(9, 'VIP'), 'Regular'])).toBe(10);
  });

  it.each(
    'Completed|PAID|Closed|partially_paid|wc-processing|Abgeschlossen|Teilweise versandt|Terminé|Livrée|Entregado|Concluído|Consegnato|Verzonden|Levererad|Opłacone|Доставлен|Ödendi|Hoàn thành|Selesai|交易成功|已发货|発送済み|배송완료|Refunded|Voided|Storniert|Annulé|No-show|Entregue|A caminho|En camino|Recibido|Teslim Edildi|Taşıma Durumunda|İptal Edildi|İade Edildi|สำเร็จแล้ว|ยังไม่ชำระ|Pesanan Selesai|等待出库|交易完成|不成立|待付款|구매확정|반품완료|미입금|未発送|未入金|Overdue|Awaiting Fulfillment|Awaiting bank wire payment|Payment Pending|Quotation|Venta cancelada. No despaches.|Estornado'.split(
      '|',
    ),
  )('%s is known', (text) => expect(isKnownStatus(text)).toBe(true));

  it.each(['Booked', 'Pending', 'VIP', 'Zurückgestellt', 'Draw', 'Wholesale'])('%s is not', (text) =>
    expect(isKnownStatus(text)).toBe(false),
  );
});

describe('a second column of states, of what came back after the sale', () => {
  it.each([
    ['Status', 'Return status', 'Completed', 'Refunded', ''],
    ['订单状态', '售后状态', '已完成', '退款成功', '无售后'],
    ['Trạng thái', 'Trạng thái trả hàng', 'Hoàn thành', 'Đã hoàn tiền', 'Không'],
  ])('%s and %s: orders that were given back are none', async (first, second, done, back, none) => {
    const rows = Array.from(
      { length: 10 },
      (_, i) => `${i},2024-01-1${i},K${i % 3},10.00,${done},${i === 4 ? back : none}`,
    );
    const head = `Order ID,Order date,Customer ID,Amount,${first},${second}`;
    const { report } = await openShop('native', [head, ...rows].join('\n'), { history: 'complete' });
    expect([report.all.orders, report.net]).toEqual([9, 90]);
  });
});
