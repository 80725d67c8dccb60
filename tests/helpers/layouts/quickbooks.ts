import { dates, money } from './formats';
import { nameOf } from './filler';
import { lineTotal, salesOf, type Order } from './shop';

/** QuickBooks' report: a heading row a customer, details with an empty first cell, sums, a total. */
export function salesByCustomer(orders: Order[], headers: string[]): string {
  const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [
    'Sales by Customer Detail',
    'Shop of Tests',
    '"January - December, 2024"',
    '',
    headers.join(','),
  ];
  const people = [...new Set(orders.flatMap(({ who }) => who ?? []))].sort((a, b) => a.no - b.no);
  let all = 0;
  for (const person of people) {
    const name = `${nameOf(person.no)} ${person.no}`;
    lines.push(`${name},,,,,,,,,`);
    let balance = 0;
    const detail = (order: Order, at: Order['at'], type: string, num: string, sign: 1 | -1) => {
      for (const [i, line] of order.lines.entries()) {
        const pieces = sign === 1 ? line.quantity : order.back!.pieces[i]!;
        if (pieces === 0) continue;
        const amount = sign * lineTotal(line, pieces);
        balance += amount;
        const goods = `Article ${line.article}`;
        const cells = [
          '',
          dates.us(at),
          type,
          num,
          goods,
          goods,
          `${sign * pieces}`,
          money.grouped(line.unit),
        ];
        lines.push([...cells, money.grouped(amount), money.grouped(balance)].map(cell).join(','));
      }
    };
    for (const order of orders.filter(({ who }) => who === person)) {
      detail(order, order.at, 'Invoice', String(1001 + order.no), 1);
      if (order.back) detail(order, order.back.at, 'Credit Memo', `CM${order.no}`, -1);
    }
    all += balance;
    lines.push(`${cell(`Total for ${name}`)},,,,,,,,${cell(money.dollars(balance))},`);
  }
  lines.push(
    `TOTAL,,,,,,,,${cell(money.dollars(all))},`,
    '',
    '"Thursday, Jan 02, 2025 10:00 AM GMT-8 - Accrual Basis"',
  );
  return `${lines.join('\n')}\n`;
}

/** The summary: one sum a customer, no dates. */
export function summaryByCustomer(orders: Order[]): string {
  const sums = new Map<string, number>();
  for (const order of orders)
    if (order.who) sums.set(nameOf(order.who.no), (sums.get(nameOf(order.who.no)) ?? 0) + salesOf(order));
  const rows = [...sums].map(([name, sum]) => `${name},${(sum / 100).toFixed(2)}`);
  return ['Sales by Customer Summary', 'Shop of Tests', '', ',Total', ...rows].join('\n') + '\n';
}
