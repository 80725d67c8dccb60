import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { customerTypeOf } from '../../src/ingest/who/customer-types';
import { ENGINES, openShop } from '../helpers/warehouse';

const HEAD = 'Order ID,Order date,Customer ID,Customer group,Staff,Branch,Quantity,Amount\n';

/** One order for each of so many customers; the kind of each by its number. */
const shopOf = (
  customers: number,
  kind: (at: number) => string,
  quantity: (at: number) => number = () => 1,
) =>
  HEAD +
  Array.from(
    { length: customers },
    (_, at) =>
      `${at + 1},2024-01-${String((at % 28) + 1).padStart(2, '0')},K${at},${kind(at)},Mai,${at % 2 ? 'North' : 'South'},${quantity(at)},10.00\n`,
  ).join('');

const sizeOf = (rows: readonly Record<string, unknown>[]) =>
  rows.filter(({ age }) => age === 0).reduce((sum, { cohort_size }) => sum + Number(cohort_size), 0);

describe.each(ENGINES)('kinds of customers, on %s DuckDB', (engine) => {
  const open = (text: string, choices: Choices = {}) => openShop(engine, text, choices);

  it.each([
    [101, null, 101],
    [100, 'final', 99],
  ])('one dealer among %i customers: %s is counted unless asked', async (customers, shown, counted) => {
    const shop = await open(shopOf(customers, (at) => (at === 3 ? 'Wholesale' : 'Retail customer')));
    expect(shop.report.customer_types).toEqual({ final: customers - 1, dealer: 1, staff: 0, shown });
    const usual = await shop.analyse('cohort-retention');
    expect(sizeOf(usual.rows)).toBe(counted);
    const all = await shop.analyse('cohort-retention', { customer_type: 'all' });
    expect(sizeOf(all.rows)).toBe(customers);
    const dealers = await shop.analyse('cohort-retention', { customer_type: 'dealer' });
    expect(sizeOf(dealers.rows)).toBe(1);
    expect(shop.report.facts.some(({ id }) => id === 'types_hidden')).toBe(shown === 'final');
  });

  it('staff is set apart even where it is one in many, and its sales stay in the total', async () => {
    const shop = await open(shopOf(200, (at) => (at === 0 ? 'nhân viên' : 'khách lẻ')));
    expect(shop.report.customer_types).toEqual({ final: 199, dealer: 0, staff: 1, shown: 'final' });
    expect(shop.report.all.sales).toBe(2000);
    expect(sizeOf((await shop.analyse('cohort-value')).rows)).toBe(199);
  });

  it('the list behind a cell counts whom the cell counts', async () => {
    const shop = await open(shopOf(50, (at) => (at < 5 ? 'dealer' : '')));
    const listed = (customer_type: string | null) =>
      shop.listed({
        kind: 'customers_of_cell',
        cohort: '2024-01-01',
        age: 0,
        params: { customer_type, history: 'complete' },
      });
    expect((await listed(null)).length).toBe(45);
    expect((await listed('all')).length).toBe(50);
  });

  it('a person can say what a text means, and who orders in bulk is a dealer', async () => {
    const text = shopOf(
      20,
      (at) => (at < 4 ? 'Group A' : 'Dealer'),
      (at) => (at === 10 ? 40 : 1),
    );
    const said: Choices = {
      customer_type: { values: { 'Group A': 'staff', Dealer: 'final' }, median_quantity: 24 },
    };
    const shop = await open(text, said);
    expect(shop.report.customer_types).toEqual({ final: 15, dealer: 1, staff: 4, shown: 'final' });
    expect(await shop.rows(`select customer_id from customers where customer_type = 'dealer'`)).toEqual([
      { customer_id: 'K10' },
    ]);
  });

  it('a column of groups without dealers changes nothing, and branch and staff are ways to split', async () => {
    const shop = await open(shopOf(10, () => 'Gold'));
    expect(shop.report.customer_types).toEqual({ final: 10, dealer: 0, staff: 0, shown: null });
    expect(shop.report.mapping).not.toHaveProperty('customer_type');
    const names = (await shop.api.attributes(new AbortController().signal)).map(({ attribute }) => attribute);
    expect(names).toEqual(['branch', 'staff']);
    const { rows } = await shop.analyse('cohort-retention', {
      cohort_by: 'branch',
      grain: 'day',
      history: 'complete',
    });
    expect([...new Set(rows.map(({ cohort }) => cohort))]).toEqual(['North', 'South']);
  });
});

it.each([
  ['Wholesale', 'dealer'],
  ['VIP, dealer, newsletter', 'dealer'],
  ['Đại lý cấp 1', 'dealer'],
  ['经销商', 'dealer'],
  ['Händler', 'dealer'],
  ['Mayorista', 'dealer'],
  ['Grossiste', 'dealer'],
  ['Grosir', 'dealer'],
  ['卸売', 'dealer'],
  ['Atacado', 'dealer'],
  ['Employee', 'staff'],
  ['Nhân viên', 'staff'],
  ['员工', 'staff'],
  ['Empleados', 'staff'],
  ['Mitarbeiter', 'staff'],
  ['Interne', 'staff'],
  ['Karyawan', 'staff'],
  ['社員', 'staff'],
  ['Funcionário', 'staff'],
  ['Consumer', 'final'],
  ['Gold', 'final'],
])('%s names a customer of type %s', (text, type) => expect(customerTypeOf(text)).toBe(type));
