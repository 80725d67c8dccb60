import type { Row } from '../../domain/table';

const ENTRY = '\\d{4}-(?:0[1-9]|1[0-2]):\\d{1,12}(?:\\.\\d{1,2})?';
/** Spend by month as one text: 2024-01:1200,2024-02:950.50. */
export const SPEND = `${ENTRY}(?:,${ENTRY})*`;

/**
 * Lines as a person pastes them ("2024-01 1,200", "01/2024; 950.50"), one month each, as the parameter.
 * Gives the first line that is not a month with an amount instead, counted from 1.
 */
export function spendOf(text: string): { spend: string | null } | { line: number } {
  const entries: string[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, year, month, last, first, amount] =
      /^\s*(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))(?:[-/.]\d{1,2})?[\s;:,=]+([\d,']+(?:\.\d{1,2})?)\s*$/.exec(
        line,
      ) ?? [];
    const entry = `${year ?? first ?? ''}-${(month ?? last ?? '').padStart(2, '0')}:${(amount ?? '').replace(/[,']/g, '')}`;
    if (!new RegExp(`^${ENTRY}$`).test(entry)) return { line: at + 1 };
    entries.push(entry);
  }
  return { spend: entries.length > 0 ? entries.join(',') : null };
}

export interface Headline {
  /** Spend ÷ new customers, over the months with spend. */
  cac: number;
  customers: number;
  months: number;
  paid: number;
  /** Of the months with spend, the largest part that has come back. */
  best: number;
  /** The middle payback of the months that are paid back; null where none is. */
  typical: number | null;
}

/** What a new customer cost over all months with spend, and how many of these months are paid back. */
export function headline(rows: readonly Row[]): Headline | null {
  const spent = rows.filter(({ spend }) => spend !== null);
  const customers = spent.reduce((sum, row) => sum + Number(row.customers), 0);
  if (customers === 0) return null;
  const back = spent.flatMap(({ payback_months: months }) => (months === null ? [] : [Number(months)]));
  back.sort((a, b) => a - b);
  return {
    cac: spent.reduce((sum, row) => sum + Number(row.spend), 0) / customers,
    customers,
    months: spent.length,
    paid: back.length,
    best: Math.max(...spent.map(({ back_share: share }) => Number(share ?? 0))),
    typical: back[Math.floor((back.length - 1) / 2)] ?? null,
  };
}

export const MARGINS = ['1', '0.9', '0.8', '0.7', '0.6', '0.5', '0.4', '0.3', '0.2', '0.1'] as const;

/** Value in 365 days over all months that are old enough; null where none is. */
export function valueIn365(rows: readonly Row[]): { value: number; customers: number } | null {
  const old = rows.filter((row) => row.value_365 !== null && row.is_left_cut !== true);
  const customers = old.reduce((sum, row) => sum + Number(row.customers), 0);
  if (customers === 0) return null;
  return {
    value: old.reduce((sum, row) => sum + Number(row.value_365) * Number(row.customers), 0) / customers,
    customers,
  };
}
