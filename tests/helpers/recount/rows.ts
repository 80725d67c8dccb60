import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { dataFile } from '../data';
import { dayNumber, different, micro } from '../oracle-orders';

/** A sale line: what was bought for how much, in 10^-6 units. */
export interface Line {
  product: string;
  sales: bigint;
}
/** An order with all its lines; `values` are those of its attributes. */
export interface Sale {
  id: string;
  day: number;
  customer: string | null;
  sales: bigint;
  lines: Line[];
  values: Record<string, string[]>;
}
/** A refund that names no order of the file: it has a day, a customer and a product of its own. */
export interface Back {
  day: number;
  customer: string | null;
  product: string;
  amount: bigint;
  values: Record<string, string[]>;
}
export interface Books {
  /** By time and order number. */
  sales: Sale[];
  backs: Back[];
  /** Everybody known who has bought. */
  buyers: ReadonlySet<string | null>;
  /** Each product as it is written most. */
  names: ReadonlyMap<string, string>;
}

/** Cells of a text with quoted fields; a doubled quote is one. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? '').replace(/\r$/, '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}

function recordsOf(text: string): Record<string, string>[] {
  const [head = [], ...rows] = cellsOf(text);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

const keyOf = (product: string) => product.toLowerCase().trim().replace(/\s+/g, ' ');

interface Read {
  id: string;
  at: string;
  customer: string | null;
  product: string;
  sales: bigint;
  values: Record<string, string>;
}

function booksOf(sold: Read[], given: Read[]): Books {
  const orders = new Map<string, Read[]>();
  for (const row of sold) {
    const lines = orders.get(row.id);
    if (lines) lines.push(row);
    else orders.set(row.id, [row]);
  }
  const written = new Map<string, Map<string, number>>();
  for (const { product } of [...sold, ...given]) {
    const name = product.trim().replace(/\s+/g, ' ');
    const forms = written.get(keyOf(product)) ?? new Map<string, number>();
    written.set(keyOf(product), forms.set(name, (forms.get(name) ?? 0) + 1));
  }
  const most = (forms: Map<string, number>) => [...forms].sort(([, one], [, other]) => other - one)[0]![0];
  const valuesOf = (rows: Read[]) =>
    Object.fromEntries(
      Object.keys(rows[0]!.values).map((name) => [name, different(rows.map((row) => row.values[name]!))]),
    );
  const ordered = [...orders].map(([id, rows]) => ({
    key: `${rows[0]!.at} ${id}`,
    sale: {
      id,
      day: dayNumber(rows[0]!.at),
      customer: rows[0]!.customer,
      sales: rows.reduce((sum, row) => sum + row.sales, 0n),
      lines: rows.map(({ product, sales }) => ({ product: keyOf(product), sales })),
      values: valuesOf(rows),
    },
  }));
  ordered.sort((one, other) => (one.key < other.key ? -1 : 1));
  const sales = ordered.map(({ sale }) => sale);
  return {
    sales,
    buyers: new Set(sales.map(({ customer }) => customer).filter((customer) => customer !== null)),
    backs: given.map((row) => ({
      day: dayNumber(row.at),
      customer: row.customer,
      product: keyOf(row.product),
      amount: -row.sales,
      values: valuesOf([row]),
    })),
    names: new Map([...written].map(([key, forms]) => [key, most(forms)])),
  };
}

/** Superstore's orders: amounts are after discounts, and nothing is given back. */
export function superstore(): Books {
  const rows = recordsOf(readFileSync(dataFile('real/superstore/superstore.csv'), 'utf8'));
  return booksOf(
    rows.map((row) => ({
      id: row['Order ID']!,
      at: row['Order Date']!,
      customer: row['Customer ID']!,
      product: row['Product Name']!,
      sales: micro(row['Sales']!),
      values: {
        ...{ category: row['Category']!, product: keyOf(row['Product Name']!) },
        ...{ Segment: row['Segment']!, Region: row['Region']!, State: row['State']! },
        ...{ 'Ship Mode': row['Ship Mode']!, 'Sub-Category': row['Sub-Category']! },
      },
    })),
    [],
  );
}

/** UCI Online Retail: numbers with a C are refunds of no order; what has no price, and a gift voucher that was sold, is neither. */
export function uci(): Books {
  const zipped = readFileSync(dataFile('real/uci_online_retail/online_retail.csv.gz'));
  const read = recordsOf(gunzipSync(zipped).toString('utf8'))
    .filter((row) => Number(row.UnitPrice) > 0 && !/gift voucher/i.test(row.Description!))
    .map((row) => ({
      id: row.InvoiceNo!,
      at: row.InvoiceDate!,
      customer: row.CustomerID!.replace(/\.0$/, '') || null,
      product: row.Description!,
      sales: micro(row.UnitPrice!) * BigInt(row.Quantity!),
      values: { country: row.Country!, product: keyOf(row.Description!) },
    }));
  const isRefund = ({ id }: Read) => id.startsWith('C');
  return booksOf(
    read.filter((row) => !isRefund(row)),
    read.filter(isRefund),
  );
}
