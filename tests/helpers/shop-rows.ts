/** One row of a sales file, as text where the file has text. */
export interface ShopRow {
  /** `C…` is a credit note; `C<id>` belongs to order `<id>` where that is in the file. */
  orderId: string;
  at: string;
  customerId: string;
  email: string;
  country: string;
  channel: string;
  product: string;
  category: string;
  quantity: number;
  unitPrice: string;
  discount: string;
  code: string;
  status: string;
}

export const SHOP_HEADER =
  'Order ID,Order date,Customer ID,E-mail,Country,Channel,Product,Category,Quantity,Unit price,Discount,Discount code,Status';

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvOf = (rows: ShopRow[]): string =>
  [
    SHOP_HEADER,
    ...rows.map((row) =>
      Object.values(row)
        .map((cell) => quoted(String(cell)))
        .join(','),
    ),
  ].join('\n') + '\n';

/** Rows of a file in the columns above whose cells need no quotes. */
export function rowsOfPlainCsv(text: string): ShopRow[] {
  const [header, ...lines] = text.trim().split('\n');
  if (header !== SHOP_HEADER || text.includes('"')) throw new Error('not the plain file this reads');
  return lines.map((line) => {
    const cells = line.split(',');
    const [orderId, at, customerId, email, country, channel, product, category] = cells as [
      ...[string, string, string, string, string, string, string, string],
    ];
    const [quantity, unitPrice, discount, code, status] = cells.slice(8) as [
      string,
      string,
      string,
      string,
      string,
    ];
    return {
      ...{ orderId, at, customerId, email, country, channel, product, category },
      ...{ quantity: Number(quantity), unitPrice, discount, code, status },
    };
  });
}

/** The same rows in another order, decided by a few numbers. */
export function shuffled<T>(items: readonly T[], numbers: readonly number[]): T[] {
  const result = [...items];
  numbers.forEach((number, index) => {
    if (number % 2 === 0 || result.length < 2) return;
    const [taken] = result.splice((number + index) % result.length, 1);
    result.splice(number % (result.length + 1), 0, taken!);
  });
  return result;
}
