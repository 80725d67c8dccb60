import type { CountedRow } from '../staged';
import type { TrueShop } from './truth';
import type { WrittenFile } from './write';

/** One row as it can be compared: orders and customers by the place where they first come up; a refund of no order has none. */
type Told = [order: number | null, customer: number | null, at: string, minor: string, kind: string];

function inOrderOfMention(): (key: string) => number {
  const places = new Map<string, number>();
  return (key) => {
    if (!places.has(key)) places.set(key, places.size);
    return places.get(key)!;
  };
}

const two = (n: number) => String(n).padStart(2, '0');

/** The rows that count, as they happened. A price of zero is a gift's and set aside; an amount of zero adds nothing. */
export function trueRows(shop: TrueShop, { datePattern, hasTime }: WrittenFile): Told[] {
  const order = inOrderOfMention();
  const customer = inOrderOfMention();
  const sold = new Set(shop.rows.filter(({ isRefund }) => !isRefund).map((row) => row.order));
  const isOfOrder = (row: TrueShop['rows'][number]) =>
    !row.isRefund || (shop.hasOrderIds && sold.has(row.order));
  const says = hasTime || /[hH]/.test(datePattern);
  return shop.rows.flatMap((row, at): Told[] => {
    if (row.isGift && shop.byPrice) return [];
    const { y, m, d } = row.day;
    const clock = says ? `${two(Math.floor(row.minute / 60))}:${two(row.minute % 60)}` : '00:00';
    return [
      [
        isOfOrder(row) ? order(shop.hasOrderIds ? `${row.order}` : `row ${at}`) : null,
        shop.identity === 'none' || row.customer === null ? null : customer(`${row.customer}`),
        `${y}-${two(m)}-${two(d)} ${clock}`,
        (row.quantity * row.price).toString(),
        row.isRefund ? 'refund' : 'sale',
      ],
    ];
  });
}

/** The same of what the product counts. It fails where money has digits below the currency's smallest unit. */
export function toldRows(rows: readonly CountedRow[], digits: number): Told[] {
  const order = inOrderOfMention();
  const customer = inOrderOfMention();
  return rows.map((row) => [
    row.order === null ? null : order(row.order),
    row.customer === null ? null : customer(row.customer),
    row.at,
    inMinor(row.sales, digits).toString(),
    row.kind,
  ]);
}

/** An exact decimal in the smallest unit. */
export function inMinor(text: string, digits: number): bigint {
  const [whole = '0', decimals = ''] = text.split('.');
  if (/[1-9]/.test(decimals.slice(digits))) throw new Error(`${text} has more than ${digits} decimals`);
  return BigInt(whole + decimals.slice(0, digits).padEnd(digits, '0'));
}
