import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { customersOf, type Meeting } from '../helpers/union-find';
import { ENGINES, openShop, type EngineName } from '../helpers/warehouse';

const HEAD = 'Order ID,Order date,Customer ID,Email,Phone,Amount\n';
const MAP = { map: { customer: 'Customer ID', email: 'Email', phone: 'Phone' } } satisfies Choices;

/** One order a line: [id, e-mail, phone], each '' where the order does not say. */
const fileOf = (people: readonly (readonly [string, string, string])[]): string =>
  HEAD +
  people
    .map(([id, email, phone], i) => `${i + 1},2024-01-0${(i % 9) + 1},${id},${email},${phone},10.00\n`)
    .join('');

const open = (engine: EngineName, people: Parameters<typeof fileOf>[0], identity?: Choices['identity']) =>
  openShop(engine, fileOf(people), { ...MAP, ...(identity ? { identity } : {}) });

const customersIn = async (shop: Awaited<ReturnType<typeof openShop>>) =>
  (await shop.rows<{ id: string | null }>('select customer_id as id from orders order by first_row_no')).map(
    ({ id }) => id,
  );

describe.each(ENGINES)('who is one customer, on %s DuckDB', (engine) => {
  const guestFirst = [
    ['', 'an@x.vn', ''],
    ['7', 'An@X.vn ', ''],
    ['7', 'an.le@y.vn', '0901 234 567'],
    ['', '', '0901-234-567'],
    ['8', 'bo@x.vn', ''],
  ] as const;

  it('two e-mails and a phone that meet on one id are that customer, as guest and as member', async () => {
    const shop = await open(engine, guestFirst);
    expect(await customersIn(shop)).toEqual(['7', '7', '7', '7', '8']);
    expect(shop.report.identified.customers).toBe(2);
  });

  it('every merge is listed with what was in common', async () => {
    const shop = await open(engine, guestFirst);
    expect(await shop.listed({ kind: 'merges' })).toEqual([
      { customer_id: '7', merged_id: '0901234567', kind: 'phone', joined_by: '7', orders: 1 },
      { customer_id: '7', merged_id: 'an@x.vn', kind: 'email', joined_by: '7', orders: 1 },
    ]);
    expect(shop.report.facts).toContainEqual({ id: 'merged', values: { keys: 2, customers: 1 } });
  });

  it('two ids with one e-mail are one customer, under the shorter and smaller id', async () => {
    const shop = await open(engine, [
      ['12', 'a@x.vn', ''],
      ['9', 'a@x.vn', ''],
      ['', 'a@x.vn', ''],
    ]);
    expect(await customersIn(shop)).toEqual(['9', '9', '9']);
    expect(
      (await shop.listed({ kind: 'merges' })).map(({ merged_id, joined_by }) => [merged_id, joined_by]),
    ).toEqual([
      ['12', 'a@x.vn'],
      ['a@x.vn', '9'],
    ]);
  });

  it('set apart, an id keeps its own orders and the others stay joined; switched off, nobody is joined', async () => {
    const people = [
      ['12', 'a@x.vn', ''],
      ['9', 'a@x.vn', ''],
      ['', 'a@x.vn', ''],
    ] as const;
    expect(await customersIn(await open(engine, people, { apart: ['12'] }))).toEqual(['12', '9', '9']);
    expect(await customersIn(await open(engine, people, { apart: ['A@x.vn'] }))).toEqual([
      '12',
      '9',
      'a@x.vn',
    ]);
    const off = await open(engine, people, { merge: 'off' });
    expect(await customersIn(off)).toEqual(['12', '9', 'a@x.vn']);
    expect(await off.listed({ kind: 'merges' })).toEqual([]);
  });

  it.each([
    [5, 1, 0],
    [6, 6, 1],
  ])('a phone of %i ids makes them %i customers', async (ids, customers, shared) => {
    const people = Array.from({ length: ids }, (_, i) => [`K${i}`, '', '0281'] as const);
    const shop = await open(engine, people);
    expect(shop.report.identified.customers).toBe(customers);
    const listed = await shop.listed({ kind: 'shared_identifiers' });
    expect(listed).toEqual(
      shared === 0 ? [] : [{ identifier: '0281', kind: 'phone', users: 6, reason: 'shared' }],
    );
  });

  it('the shop’s own phone on guests’ orders joins none of them, though none has an id', async () => {
    const people = Array.from({ length: 8 }, (_, i) => ['', `g${i}@x.vn`, '0281'] as const);
    expect((await open(engine, people)).report.identified.customers).toBe(8);
  });

  it('a name for nobody in the place of an id joins nobody', async () => {
    const people = [
      ['Guest', 'a@x.vn', ''],
      ['Guest', 'b@x.vn', ''],
      ['5', 'b@x.vn', ''],
      ['6', 'a@x.vn', ''],
    ] as const;
    const shop = await open(engine, people);
    expect(await customersIn(shop)).toEqual([null, null, '5', '6']);
    expect(await shop.listed({ kind: 'shared_identifiers' })).toEqual([
      { identifier: 'Guest', kind: 'id', users: 2, reason: 'nobody' },
    ]);
  });

  it('a phone with and without the country’s prefix is one where the prefix is said, or where the numbers show it', async () => {
    const people = [
      ['', '', '+84 901 234 567'],
      ['', '', '0901.234.567'],
      ['', '', '0084901234567'],
      ['', '', '901234567'],
    ] as const;
    expect(
      (await openShop(engine, fileOf(people), { ...MAP, identity: { phone_prefix: '+84' } })).report
        .identified.customers,
    ).toBe(1);
    expect((await open(engine, people)).report.identified.customers).toBe(1);
    expect((await open(engine, people, { phone_prefix: '' })).report.identified.customers).toBe(3);
  });

  it('what meets on different rows of one order is joined too', async () => {
    const rows = ['1,2024-01-01,7,,,10.00', '1,2024-01-01,,a@x.vn,,5.00', '2,2024-01-02,,a@x.vn,,10.00'];
    const shop = await openShop(engine, `${HEAD}${rows.join('\n')}\n`, MAP);
    expect(await customersIn(shop)).toEqual(['7', '7']);
  });
});

describe('joining, against a plain union-find', () => {
  type Person = readonly [id: string, email: string, phone: string];
  const one = (prefix: string) =>
    fc.oneof(
      fc.constant(''),
      fc.integer({ min: 0, max: 30 }).map((n) => `${prefix}${n}`),
    );
  const shop: fc.Arbitrary<Person[]> = fc.array(
    fc.tuple(
      one('K'),
      one('m').map((m) => m && `${m}@x.vn`),
      one('09'),
    ),
    { minLength: 1, maxLength: 60 },
  );
  /** Shops that know nothing of each other, in one file: what joins across them is wrong. */
  const SHOPS = 10;
  const files = fc
    .array(shop, { minLength: SHOPS, maxLength: SHOPS })
    .map((shops) =>
      shops.flatMap((people, at) =>
        people.map((person) => person.map((text) => text && `${text}0${at}`) as unknown as Person),
      ),
    );
  const chain = Array.from({ length: 40 }, (_, i): Person => [
    `K${i}`,
    i % 2 ? `m${i}@x.vn` : `m${i + 1}@x.vn`,
    `09${Math.ceil(i / 2)}`,
  ]);

  it.each<[EngineName, number]>([
    ['native', 8],
    ['wasm', 2],
  ])(
    'orders fall together alike, whatever the shops, on %s DuckDB',
    async (engine, numRuns) => {
      await fc.assert(
        fc.asyncProperty(files, async (people) => {
          const opened = await open(engine, people);
          const meetings: Meeting[] = people.map(([id, email, phone]) => ({ id, email, phone }));
          expect(await customersIn(opened)).toEqual(customersOf(meetings));
        }),
        { numRuns, seed: 20_240_105, endOnFailure: true, examples: [[chain]] },
      );
    },
    180_000,
  );
});
