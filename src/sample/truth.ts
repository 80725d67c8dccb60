import { salesOf, type Line } from './order';

/** Amounts in whole cents. */
export interface Amounts {
  all: number;
  identified: number;
  anonymous: number;
}

/** What the generator knows about the file it has written. Cents are exact integers. */
export interface SampleTruth {
  rows: number;
  from: string;
  to: string;
  /** Orders that count as purchases: completed, above 0, not refunded in full. */
  orders: Amounts;
  /** Customers (an id, or an e-mail where there is no id) with such an order. */
  customers: number;
  /** Of all completed orders before refunds, those refunded in full later included. */
  salesCents: Amounts;
  refundCents: Amounts;
  /** Sales − refunds; the same whether orders refunded in full are left in or out. */
  netCents: Amounts;
  rules: {
    creditNotes: number;
    creditNoteRows: number;
    cancelledOrders: number;
    cancelledRows: number;
    testOrders: number;
    testRows: number;
    zeroPriceRows: number;
    zeroNetOrders: number;
    anonymousRows: number;
    fullyRefundedOrders: Amounts;
    fullyRefundedCents: Amounts;
  };
}

const nothing = (): Amounts => ({ all: 0, identified: 0, anonymous: 0 });

export const emptyTruth = (): SampleTruth => ({
  rows: 0,
  from: '',
  to: '',
  orders: nothing(),
  customers: 0,
  salesCents: nothing(),
  refundCents: nothing(),
  netCents: nothing(),
  rules: {
    creditNotes: 0,
    creditNoteRows: 0,
    cancelledOrders: 0,
    cancelledRows: 0,
    testOrders: 0,
    testRows: 0,
    zeroPriceRows: 0,
    zeroNetOrders: 0,
    anonymousRows: 0,
    fullyRefundedOrders: nothing(),
    fullyRefundedCents: nothing(),
  },
});

function add(amounts: Amounts, isIdentified: boolean, amount: number): void {
  amounts.all += amount;
  amounts[isIdentified ? 'identified' : 'anonymous'] += amount;
}

export type Kind = 'sale' | 'free' | 'cancelled' | 'test' | 'refund';

/** Count one document of the file. `isWhole` says of a refund that it returns the whole order. */
export function tally(
  truth: SampleTruth,
  kind: Kind,
  lines: Line[],
  isIdentified: boolean,
  isWhole: boolean,
): void {
  const { rules } = truth;
  const cents = salesOf(lines);
  truth.rows += lines.length;
  if (!isIdentified) rules.anonymousRows += lines.length;
  for (const line of lines) if (line.cents === 0) rules.zeroPriceRows++;
  if (kind === 'cancelled') {
    rules.cancelledOrders++;
    rules.cancelledRows += lines.length;
  } else if (kind === 'test') {
    rules.testOrders++;
    rules.testRows += lines.length;
  } else if (kind === 'refund') {
    rules.creditNotes++;
    rules.creditNoteRows += lines.length;
    add(truth.refundCents, isIdentified, -cents);
    add(truth.netCents, isIdentified, cents);
    if (!isWhole) return;
    add(truth.orders, isIdentified, -1);
    add(rules.fullyRefundedOrders, isIdentified, 1);
    add(rules.fullyRefundedCents, isIdentified, -cents);
  } else {
    if (cents === 0) rules.zeroNetOrders++;
    else add(truth.orders, isIdentified, 1);
    add(truth.salesCents, isIdentified, cents);
    add(truth.netCents, isIdentified, cents);
  }
}
