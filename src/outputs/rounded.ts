import type { Cell, Column, Row, Unit } from '../domain/table';

/** Digits after the point that a figure is saved with: more than a page shows, fewer than a division leaves. */
const DIGITS: Partial<Record<Unit, number>> = { rate: 6, days: 2, number: 4 };

const rounded = (value: Cell | undefined, digits: number): Cell =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.round(value * 10 ** digits) / 10 ** digits
    : (value ?? null);

/**
 * Rows of a figure as they are saved: money to the last digit of the currency, shares to six digits, days to two, other numbers to four.
 * The answer at the door and in SQL stays as it was counted.
 */
export function roundedRows(
  columns: readonly Column[],
  rows: readonly Row[],
  currency: string | null,
): Row[] {
  const places = columns.flatMap(({ name, type, unit }) => {
    const digits = unit === 'money' ? moneyDigits(currency) : DIGITS[unit];
    return type === 'number' && digits !== undefined ? [[name, digits] as const] : [];
  });
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(places.map(([name, digits]) => [name, rounded(row[name], digits)])),
  }));
}

const moneyDigits = (currency: string | null): number =>
  currency && /^[A-Z]{3}$/.test(currency)
    ? (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2)
    : 2;
