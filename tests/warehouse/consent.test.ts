import { describe, expect, it } from 'vitest';
import { givesConsent } from '../../src/ingest/who/consent';
import { ENGINES, openShop } from '../helpers/warehouse';

const HEAD = 'Order ID,Order date,Email,Customer name,Phone,Branch,Accepts Marketing,Amount\n';
const shopOf = (rows: string[]) => `${HEAD}${rows.join('\n')}\n`;

describe('a text of a column of consent', () => {
  it.each([
    'yes',
    'TRUE',
    ' Ja ',
    'oui',
    'Sí',
    'có',
    '是',
    'はい',
    '1',
    'SUBSCRIBED',
    'single_opt_in',
    'Opted-in',
  ])('“%s” is a yes', (text) => expect(givesConsent(text)).toBe(true));
  it.each([
    'no',
    '',
    '0',
    'false',
    'nein',
    'unsubscribed',
    'not subscribed',
    'NOT_SUBSCRIBED',
    'pending',
    'opt out',
    'không',
    '?',
  ])('“%s” is none', (text) => expect(givesConsent(text)).toBe(false));
});

describe.each(ENGINES)('consent and branch, on %s DuckDB', (engine) => {
  const rows = [
    '1,2024-01-05,ada@example.com,Ada,111,North,yes,10.00',
    '2,2024-01-09,bea@example.com,Bea,222,South,yes,20.00',
    '3,2024-02-05,bea@example.com,Bea,222,North,no,30.00',
    '4,2024-02-07,cid@example.com,Cid,333,South,,40.00',
    '5,2024-02-08,dan@example.com,Dan,444,South,no,50.00',
    '6,2024-02-09,dan@example.com,Dan,444,South,subscribed,60.00',
    '7,2024-02-10,eve@example.com,Eve,555,North,no,70.00',
  ];

  it('the last word of a customer counts; an empty cell is no consent', async () => {
    const shop = await openShop(engine, shopOf(rows), { history: 'complete' });
    expect(shop.report.mapping.consent).toBe('Accepts Marketing');
    const listed = await shop.listed({ kind: 'contacts' });
    expect(listed).toEqual([
      { customer: 'ada@example.com', name: 'Ada', email: 'ada@example.com', phone: '111', has_consent: true },
      {
        customer: 'bea@example.com',
        name: 'Bea',
        email: 'bea@example.com',
        phone: '222',
        has_consent: false,
      },
      {
        customer: 'cid@example.com',
        name: 'Cid',
        email: 'cid@example.com',
        phone: '333',
        has_consent: false,
      },
      { customer: 'dan@example.com', name: 'Dan', email: 'dan@example.com', phone: '444', has_consent: true },
      {
        customer: 'eve@example.com',
        name: 'Eve',
        email: 'eve@example.com',
        phone: '555',
        has_consent: false,
      },
    ]);
    const cell = await shop.listed({
      ...{ kind: 'customers_of_cell', cohort: '2024-01-01', age: 0, params: { history: 'complete' } },
    });
    expect(cell.map(({ customer_id, has_consent }) => [customer_id, has_consent]).sort()).toEqual([
      ['ada@example.com', true],
      ['bea@example.com', false],
    ]);
  });

  it('a file that does not speak of consent says nothing of anybody', async () => {
    const bare = shopOf(rows)
      .replaceAll(/,(yes|no|subscribed|)(,\d+\.\d+)/g, '$2')
      .replace('Accepts Marketing,', '');
    const shop = await openShop(engine, bare, { history: 'complete' });
    expect(shop.report.mapping.consent).toBeUndefined();
    for (const row of await shop.listed({ kind: 'contacts' })) expect(row.has_consent).toBeNull();
  });

  it('branches split every customer once, by the first order, and can be asked for', async () => {
    const shop = await openShop(engine, shopOf(rows), { history: 'complete' });
    const customers = async (branch: string) =>
      (await shop.analyse('churned', { customers_who: { branch: [branch] } })).rows.map(
        (row) => row.customer,
      );
    expect((await customers('North')).sort()).toEqual(['ada@example.com', 'eve@example.com']);
    expect((await customers('South')).sort()).toEqual([
      'bea@example.com',
      'cid@example.com',
      'dan@example.com',
    ]);
    expect(await shop.rows("select distinct branch from order_lines where order_id = '3'")).toEqual([
      { branch: 'North' },
    ]);
  });
});
