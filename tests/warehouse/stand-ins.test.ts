import { describe, expect, it } from 'vitest';
import { inWords } from '../../src/state/report-words';
import { openShop } from '../helpers/warehouse';

type Who = readonly [id: string, name: string, email: string, phone: string];
const fileOf = (rows: readonly Who[]) =>
  `Order ID,Order date,Customer ID,Customer name,Email,Phone,Amount\n${rows
    .map((who, i) => `${i + 1},2024-01-${String((i % 27) + 1).padStart(2, '0')},${who.join(',')},10.00\n`)
    .join('')}`;
const whoIn = async (rows: readonly Who[], choices = {}) => {
  const shop = await openShop('native', fileOf(rows), choices);
  const ids = await shop.rows<{ id: string | null }>(
    'select customer_id as id from orders order by first_row_no',
  );
  return { ids: ids.map(({ id }) => id), shop };
};

describe('what stands for nobody is nobody at any size', () => {
  const rows: Who[] = [
    ['', 'Cash Customer', '', '9999999999'],
    ['', 'An', '', '0901234567'],
    ['', 'Cash Customer', 'noemail@shop.com', '0000'],
    ['', 'Guest', 'bo@x.vn', ''],
    ['', 'Bo', 'bo@x.vn', '9999999999'],
  ];

  it('a phone and an e-mail that were typed for nobody name no customer and join nobody; it is said with its rows', async () => {
    const { ids, shop } = await whoIn(rows);
    expect(ids).toEqual([null, '0901234567', null, 'bo@x.vn', 'bo@x.vn']);
    const finding = inWords(shop.report).findings.find((one) => one.id === 'stand_ins');
    expect(finding?.sentence).toContain('“9999999999” and 2 more texts');
    expect(finding?.sentence).toContain('3 rows');
  });

  it('kept where a person says so', async () => {
    const { ids } = await whoIn(rows, { rules: { walk_in: 'keep' } });
    expect(ids[0]).not.toBeNull();
  });

  it('an id that only ever stands beside a till’s name is nobody, and one whose name is not known is somebody', async () => {
    const { ids } = await whoIn([
      ['C1', 'Khách lẻ', '', ''],
      ['C2', 'An', '', ''],
      ['C1', '', '', ''],
      ['C3', 'Unknown', '', ''],
      ['C2', 'Khách lẻ', '', ''],
    ]);
    expect(ids).toEqual([null, 'C2', null, 'C3', 'C2']);
  });

  it('many ids under one name are people whose names were not asked for', async () => {
    const { ids } = await whoIn(Array.from({ length: 12 }, (_, i): Who => [`K${i % 8}`, 'Guest', '', '']));
    expect(new Set(ids).size).toBe(8);
  });
});
