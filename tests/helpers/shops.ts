import fc from 'fast-check';
import { amountOf, dayNumber, dayText } from './oracle-orders';
import { csvOf, shuffled, type ShopRow } from './shop-rows';

export interface GeneratedShop {
  rows: ShopRow[];
  csv: string;
}

/** Days where calendars are easy to get wrong: ends of months, quarters and years, leap days, Sundays and Mondays. */
const EDGES = [
  '2022-12-31', '2023-01-01', '2023-02-28', '2023-03-01', '2023-03-31', '2023-04-01', '2023-12-31',
  '2024-01-01', '2024-01-31', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01',
  '2024-06-30', '2024-07-01', '2024-12-29', '2024-12-30', '2024-12-31', '2025-01-01', '2025-02-28',
]; // prettier-ignore
const PRODUCTS = [
  ['Tea', 'Drinks'],
  ['Coffee, ground', 'Drinks'],
  ['Mug "large"', 'Cups'],
  ['Plate', 'Cups'],
] as const;

const dayOf = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...EDGES) },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 0, max: 190 }).map((days) => dayText(dayNumber('2023-11-20') + days)),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 800 }).map((days) => dayText(dayNumber('2022-12-20') + days)),
  },
);
/** Few different times, so that ties happen; the first and the last second of a day among them. */
const timeOf = fc.constantFrom('00:00:00', '09:30:00', '12:00:00', '23:59:59');

const lineOf = fc.record({
  product: fc.integer({ min: 0, max: PRODUCTS.length - 1 }),
  quantity: fc.integer({ min: 1, max: 3 }),
  cents: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 9999 }) },
  ),
  discountPercent: fc.constantFrom(0, 0, 0, 10, 100),
});

const refundOf = fc.option(
  fc.record({ isWhole: fc.boolean(), delay: fc.constantFrom(0, 1, 6, 20, 45, 120) }),
  { freq: 3, nil: null },
);

const orderOf = (customers: number) =>
  fc.record({
    /** Beyond the last customer: nobody. */
    customer: fc.integer({ min: 0, max: customers }),
    day: dayOf,
    time: timeOf,
    country: fc.constantFrom('Germany', 'France', 'Việt Nam'),
    channel: fc.constantFrom('Web', 'Shop'),
    lines: fc.array(lineOf, { minLength: 1, maxLength: 3 }),
    status: fc.oneof(
      { weight: 12, arbitrary: fc.constant('Completed') },
      { weight: 1, arbitrary: fc.constantFrom('Cancelled', 'Test') },
    ),
    refund: refundOf,
    /** A second order on the same day, at the same second. */
    again: fc.oneof(
      { weight: 5, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  });

const looseOf = (customers: number) =>
  fc.record({
    customer: fc.integer({ min: 0, max: customers }),
    day: dayOf,
    cents: fc.integer({ min: 1, max: 3000 }),
  });

type IdentityKind = 'id' | 'id and e-mail' | 'e-mail';
type OrderDraw = typeof orderOf extends (customers: number) => fc.Arbitrary<infer T> ? T : never;

const text = (cents: number) => amountOf(BigInt(cents) * 10_000n).toFixed(2);

function identity(
  kinds: IdentityKind[],
  customer: number,
  at: string,
): Pick<ShopRow, 'customerId' | 'email'> {
  const kind = kinds[customer];
  if (!kind) return { customerId: '', email: '' };
  const email = `guest${customer}@example.com`;
  return {
    customerId: kind === 'e-mail' ? '' : `K${customer}`,
    // Shops write addresses as they were typed: the same person in capitals on even days.
    email: kind === 'id' ? '' : dayNumber(at) % 2 === 0 ? ` ${email.toUpperCase()}` : email,
  };
}

function rowsOfOrder(draw: OrderDraw, id: number, kinds: IdentityKind[]): ShopRow[] {
  const at = `${draw.day} ${draw.time}`;
  const { country, channel, status } = draw;
  const head = { orderId: `${id}`, at, ...identity(kinds, draw.customer, at), country, channel };
  const discountOf = (line: OrderDraw['lines'][number]) =>
    Math.floor((line.cents * line.discountPercent) / 100);
  const rows = draw.lines.map((line): ShopRow => {
    const [product, category] = PRODUCTS[line.product]!;
    const discount = discountOf(line) * line.quantity;
    return {
      ...head,
      ...{
        product,
        category,
        quantity: line.quantity,
        unitPrice: text(line.cents),
        discount: text(discount),
      },
      code: discount ? `LESS${line.discountPercent}` : '',
      status,
    };
  });
  if (!draw.refund || status !== 'Completed') return rows;
  const backAt = `${dayText(dayNumber(draw.day) + draw.refund.delay)} 23:59:59`;
  const back = draw.refund.isWhole
    ? draw.lines
    : draw.lines.slice(0, 1).map((line) => ({ ...line, quantity: 1 }));
  for (const line of back) {
    const [product, category] = PRODUCTS[line.product]!;
    rows.push({
      ...{ ...head, orderId: `C${id}`, at: backAt, product, category, quantity: -line.quantity },
      ...{ unitPrice: text(line.cents - discountOf(line)), discount: '0.00', code: '', status },
    });
  }
  return rows;
}

/**
 * Small shops with everything that is easy to count wrong: buyers without identity and with an e-mail only, several
 * orders in one second, refunds in part and whole, refunds without an order, lines for nothing, cancelled and test
 * orders, repeated rows, rows in any order. The first order is always a valid one of a known customer.
 */
export const shops: fc.Arbitrary<GeneratedShop> = fc.integer({ min: 1, max: 7 }).chain((customers) =>
  fc
    .record({
      kinds: fc.array(fc.constantFrom<IdentityKind>('id', 'id and e-mail', 'e-mail'), {
        minLength: customers,
        maxLength: customers,
      }),
      orders: fc.array(orderOf(customers), { maxLength: 28, size: 'large' }),
      firstDay: dayOf,
      loose: fc.array(looseOf(customers), { maxLength: 2 }),
      repeats: fc.array(fc.nat(), { maxLength: 2 }),
      shuffle: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    })
    .map(({ kinds, orders, firstDay, loose, repeats, shuffle }) => {
      const sure: OrderDraw = {
        ...{
          customer: 0,
          day: firstDay,
          time: '12:00:00',
          country: 'Germany',
          channel: 'Web',
          status: 'Completed',
        },
        ...{
          lines: [{ product: 0, quantity: 1, cents: 500, discountPercent: 0 }],
          refund: null,
          again: false,
        },
      };
      let id = 1001;
      const rows = [sure, ...orders].flatMap((draw) => {
        const own = rowsOfOrder(draw, id++, kinds);
        return draw.again ? [...own, ...rowsOfOrder({ ...draw, refund: null }, id++, kinds)] : own;
      });
      for (const { customer, day, cents } of loose) {
        const at = `${day} 12:00:00`;
        const head = { orderId: `C0${id++}`, at, ...identity(kinds, customer, at) };
        const goods = {
          country: 'Germany',
          channel: 'Web',
          product: 'Tea',
          category: 'Drinks',
          quantity: -1,
        };
        rows.push({
          ...head,
          ...goods,
          unitPrice: text(cents),
          discount: '0.00',
          code: '',
          status: 'Completed',
        });
      }
      for (const repeat of repeats) rows.push({ ...rows[repeat % rows.length]! });
      const mixed = shuffled(rows, shuffle);
      return { rows: mixed, csv: csvOf(mixed) };
    }),
);
