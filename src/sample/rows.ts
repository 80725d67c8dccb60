import { PRODUCTS } from './catalogue';
import type { Buyer } from './customers';
import type { Basket } from './order';

export const HEADER =
  'Order ID,Order date,Customer ID,E-mail,Country,Channel,Product,Category,Quantity,Unit price,Discount,Discount code,Status\n';

const NAMES = PRODUCTS.map((product) => `${product.name},${product.category}`);
const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
const money = (cents: number) => `${Math.floor(cents / 100)}.${two(cents % 100)}`;

const clock = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/**
 * The rows of one document. A credit note has negative quantities at the price that was paid and no discount, so
 * that price × quantity − discount is the money given back, whatever a reader thinks of negative discounts.
 */
export function rowsOf(
  id: string,
  day: string,
  seconds: number,
  buyer: Buyer,
  { lines, code }: Basket,
  status: string,
): string {
  const head = `${id},${day} ${clock(seconds)},${buyer.id},${buyer.email},${buyer.country},${buyer.channel},`;
  let text = '';
  for (const { product, quantity, cents, discount } of lines) {
    text += `${head}${NAMES[product]},${quantity},${money(cents)},${money(discount * quantity)},${code},${status}\n`;
  }
  return text;
}
