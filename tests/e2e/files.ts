import { writeXlsx } from 'hucre/xlsx';

/** A file as the browser is handed it: nothing is written to the disk. */
export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const upload = (name: string, text: string | Buffer, mimeType = 'text/csv'): Upload => ({
  name,
  mimeType,
  buffer: Buffer.isBuffer(text) ? text : Buffer.from(text),
});

/** The day `index` days after the first of 2024, in three parts. */
const dayOf = (index: number): [year: string, month: string, day: string] => {
  const [year = '', month = '', day = ''] = new Date(Date.UTC(2024, 0, 1 + index))
    .toISOString()
    .slice(0, 10)
    .split('-');
  return [year, month, day];
};

interface Line {
  date: string;
  order: string;
  customer: string;
  name: string;
  amount: string;
}

/** Sixty orders of twenty customers over ten months, every one of them in the first twelve days of a month. */
const lines = (
  date: (parts: [string, string, string]) => string,
  amount: (cents: number) => string,
): Line[] =>
  Array.from({ length: 60 }, (_, index) => {
    const month = index % 10;
    const [year, , day] = dayOf(index % 12);
    return {
      date: date([year, String(month + 1).padStart(2, '0'), day]),
      order: `A${1000 + index}`,
      customer: `C${(index * 7) % 20}`,
      name: `Customer ${(index * 7) % 20}`,
      amount: amount(1000 + index * 130),
    };
  });

const iso = ([year, month, day]: [string, string, string]) => `${year}-${month}-${day}`;
const plain = (cents: number) => (cents / 100).toFixed(2);
const table = (head: string[], rows: string[][], separator = ',') =>
  [head, ...rows].map((cells) => cells.join(separator)).join('\n') + '\n';
const HEAD = ['Order date', 'Order ID', 'Customer ID', 'Amount'];
const cells = ({ date, order, customer, amount }: Line) => [date, order, customer, amount];

export const orders = (name = 'orders.csv') => upload(name, table(HEAD, lines(iso, plain).map(cells)));

/** The last ten orders once more, one of them with another amount, and two that are new. */
export const newerOrders = () => {
  const again = lines(iso, plain).slice(-10);
  const [first, ...rest] = again.map(cells);
  const changed = [...first!.slice(0, 3), '99.00'];
  const added = ['A2000', 'A2001'].map((order) => ['2024-11-05', order, 'C3', '50.00']);
  return upload('newer.csv', table(HEAD, [changed, ...rest, ...added]));
};

/** 03/04/2024 throughout: nothing in the file tells the day from the month. */
export const ambiguousDates = () =>
  upload(
    'dates.csv',
    table(HEAD, lines(([year, month, day]) => `${month}/${day}/${year}`, plain).map(cells)),
  );

/** 1.234 throughout: thousands or three decimals. */
export const ambiguousAmounts = () =>
  upload(
    'amounts.csv',
    table(
      HEAD,
      lines(iso, (cents) => `${1 + (cents % 9)}.${String(cents).padStart(3, '0').slice(0, 3)}`).map(cells),
    ),
  );

export const namesOnly = () =>
  upload(
    'names.csv',
    table(
      ['Order date', 'Order ID', 'Customer name', 'Amount'],
      lines(iso, plain).map(({ date, order, name, amount }) => [date, order, name, amount]),
    ),
  );

export async function workbook(): Promise<Upload> {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Read me', rows: [['Exported by the till'], ['Sheet “Orders” has the orders']] },
      { name: 'Orders', rows: [HEAD, ...lines(iso, plain).map(cells)] },
      { name: 'Old orders', rows: [HEAD, ...lines(iso, plain).slice(0, 12).map(cells)] },
    ],
  });
  return upload(
    'till.xlsx',
    Buffer.from(bytes),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
}

/** What a person drops by mistake, and a word that the sentence about it must hold. */
export const bad = {
  empty: upload('empty.csv', ''),
  headerOnly: upload('header-only.csv', table(HEAD, [])),
  pdf: upload(
    'invoice.csv',
    Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1'),
  ),
  /** From the third row on each has more cells too many than the one before: most do not fit. */
  ragged: upload(
    'ragged.csv',
    table(
      HEAD,
      lines(iso, plain).map((line, index) => {
        const more = Array.from({ length: index < 2 ? 0 : index }, () => 'more');
        return [...cells(line), ...more];
      }),
    ),
  ),
  notDates: upload('not-dates.csv', table(HEAD, lines(([, month]) => `week ${month}`, plain).map(cells))),
};
