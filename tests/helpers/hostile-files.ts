import { zipOf } from '../unit/ingest/zip-bytes';
import { PAYLOADS } from './payloads';

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const row = (cells: readonly string[]) => `${cells.map(cell).join(',')}\n`;
const day = (n: number) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);

interface Shop {
  /** Products of an order. */
  products?: number;
  /** Other customers of each place: of fewer than five no rate is drawn. */
  neighbours?: number;
}

/** Each payload is a customer, a product and a place; a customer buys three times. */
export function hostileOrders({ products = 1, neighbours = 0 }: Shop = {}): string {
  const rows = [0, 1, 2].flatMap((time) =>
    PAYLOADS.flatMap((place, i) => {
      const when = day(time * 90 + (i % 80));
      const order = (id: string, customer: string, line: number) =>
        row([
          id,
          when,
          customer,
          PAYLOADS[(i + time * 7 + line) % PAYLOADS.length]!,
          place,
          `${10 + (i % 50)}.00`,
        ]);
      const id = `${time * 1000 + i}`;
      return [
        ...Array.from({ length: products }, (_, line) => order(id, place, line)),
        ...Array.from({ length: neighbours }, (_, n) => order(`${id}-${n}`, `c${i}-${n}`, 0)),
      ];
    }),
  );
  return row(['order_id', 'order_date', 'customer_id', 'product', 'country', 'amount']) + rows.join('');
}

/** Columns named by payloads beside those of a few orders. */
export const hostileHeaders = (): string =>
  row(['order_id', 'order_date', 'customer_id', 'amount', ...PAYLOADS]) +
  Array.from({ length: 20 }, (_, i) =>
    row([`${i}`, day(i * 9), `c${i % 5}`, '5.00', ...PAYLOADS.map(() => 'x')]),
  ).join('');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A workbook of sheets of these names, each with an order. */
export function hostileSheets(names: readonly string[]): Buffer {
  const values = (cells: string[]) =>
    `<row>${cells.map((one) => `<c t="str"><v>${one}</v></c>`).join('')}</row>`;
  const sheet = (i: number) =>
    `<worksheet><sheetData>${values(['order_id', 'order_date', 'customer_id', 'amount'])}${values([`${i}`, day(i), `c${i % 40}`, '5.00'])}</sheetData></worksheet>`;
  const parts: [string, string][] = [
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<workbook><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${names.map((_, i) => `<Relationship Id="r${i}" Type="x/worksheet" Target="worksheets/s${i}.xml"/>`).join('')}</Relationships>`,
    ],
    ...names.map((_, i): [string, string] => [`xl/worksheets/s${i}.xml`, sheet(i)]),
  ];
  return Buffer.from(zipOf(parts.map(([name, content]) => ({ name, content: Buffer.from(content) }))));
}
