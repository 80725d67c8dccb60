import { describe, expect, it } from 'vitest';
import { foldName } from '../../../src/ingest/names/fold-name';
import { guessEncoding } from '../../../workers/readers/encoding';
import { readText } from '../../../workers/readers/text';

const tables = new Map<string, Map<string, number[]>>();

/** What a text is in an encoding of one or two bytes a character: Node only decodes them. */
function encoded(text: string, label: string): Uint8Array {
  const table = tables.get(label) ?? tableOf(label);
  tables.set(label, table);
  return new Uint8Array(
    [...text].flatMap((char) => {
      const bytes = table.get(char);
      if (!bytes) throw new Error(`${label} has no ${char}`);
      return bytes;
    }),
  );
}

function tableOf(label: string): Map<string, number[]> {
  const decoder = new TextDecoder(label, { fatal: true });
  const table = new Map<string, number[]>();
  const add = (...bytes: number[]) => {
    try {
      const text = decoder.decode(new Uint8Array(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      decoder.decode(new Uint8Array([10]));
    }
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (!label.startsWith('windows'))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  return table;
}

describe('an encoding is told by words that sales files use, however short the file', () => {
  it.each([
    ['gb18030', '订单编号,买家会员名,买家实际支付金额,订单创建时间\n1,小明,128.50,2026-01-05\n'],
    ['gb18030', '姓名,日期,金额\n王芳,2025-01-03,20\n李伟,2025-01-04,30\n'],
    ['gb18030', 'order,status,amount\n1,已付款,20\n2,已发货,30\n'],
    ['gb18030', 'order,name,amount\n1,张伟,20\n2,陈静,30\n'],
    ['big5', '訂單編號,客戶,金額,日期\n1,王小明,20,2025-01-03\n'],
    ['big5', 'order,status,amount\n1,已付款,20\n2,已完成,30\n'],
    ['shift_jis', '日付,氏名,金額\n2025-01-03,田中,1200\n'],
    ['shift_jis', 'id,name,total\n1,タナカ,1200\n2,サトウ,900\n'],
    ['euc-jp', '注文番号,顧客名,合計,注文日\n1,佐藤花子,1200,2025-01-03\n'],
    ['euc-kr', '주문번호,구매자명,결제금액,주문일\n1,김민수,12000,2025-01-03\n'],
    ['euc-kr', 'id,name,total\n1,이영희,9000\n2,박지훈,8000\n'],
    ['windows-1251', 'Дата,Клиент,Сумма\n2025-01-03,Иванов,120\n'],
    ['windows-1251', 'date,client,total\n2025-01-03,Иванов,120\n'],
    ['windows-1250', 'Datum,Zákazník,Částka\n2025-01-03,Jiří Dvořák,120\n'],
    ['windows-1254', 'Tarih,Müşteri,Tutar\n2025-01-03,Şule Yılmaz,120\n'],
    ['windows-1252', 'Datum,Käufer,Betrag\n2025-01-03,Jürgen Größe,120\n'],
    ['windows-1252', 'date,client,total\n2025-01-03,José Núñez,120\n2025-01-03,François,120\n'],
    ['windows-1252', 'date,client,total\n2025-01-03,Zoë,12\n'],
  ])('%s: %s', (label, text) => {
    expect(guessEncoding(encoded(text, label)).encoding).toBe(label);
  });

  it('names in traditional characters are those in simplified ones', () => {
    expect(foldName('訂單編號')).toBe(foldName('订单编号'));
    expect(foldName('金額')).toBe(foldName('金额'));
  });
});

it('foreign letters in the header of a long file alone are enough', async () => {
  const rows = Array.from({ length: 12_000 }, (_, i) => `${i},2024-01-05,K${i % 90},10.00`);
  const bytes = encoded(`订单号,下单时间,客户,销售额\n${rows.join('\n')}\n`, 'gb18030');
  const { encoding, text } = await readText(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'orders.csv');
  expect(encoding).toBe('gb18030');
  expect((await text.text()).split('\n')[0]).toBe('订单号,下单时间,客户,销售额');
});
