import type { Field } from '../../domain/choices';
import { IDENTITY_FIELDS } from '../../domain/choices';
import { cellType } from '../dialect/cell-types';
import { matchName } from '../names/match-names';
import { monthNamed } from './month-names';

/** A table of customers in rows and months in columns. Positions count from 0. */
export interface MonthTable {
  /** The column that names the customer. */
  who: number;
  /** Columns that stay, that of the customer among them; sums of the months do not. */
  kept: number[];
  /** Each column of a month with that month's first day, 'YYYY-MM-DD'. */
  months: { position: number; day: string }[];
}

const FEWEST = 3;
const SUM =
  /^((grand |row )?total|sum|summe|gesamt|somme|total general|suma|soma|jumlah|tổng( cộng)?|合计|总计|合計|総計|average|durchschnitt|moyenne|promedio)\b/i;
/** Words that name a sum in the place of a customer, as a pattern for the engine. */
export const SUM_WORDS =
  '^(grand |sub)?(total|totals|sum|summe|gesamt(summe)?|somme|suma|soma|jumlah|tổng|tổng cộng|合计|总计|合計|総計)( |:|$)';
const year4 = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

const plausible = (year: number, month: number): [number, number] | null =>
  year >= 1990 && year <= 2099 && month >= 1 && month <= 12 ? [year, month] : null;

/** The month that a header names; `year` is taken where it names none. */
export function monthOf(header: string, year: number | null): [year: number, month: number] | null {
  const text = header.trim().toLowerCase();
  // A spreadsheet keeps the head of such a column as the first day of its month.
  let found =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.]0?1(?: 0?0:00(:00)?)?)?$/.exec(text) ??
    /^(\d{4}) ?年 ?(\d{1,2}) ?月$/.exec(text) ??
    /^(\d{4})m(\d{1,2})$/.exec(text);
  if (found) return plausible(Number(found[1]), Number(found[2]));
  found =
    /^(?:tháng |thg\.? ?|t)?(\d{1,2})[-/. ](\d{4})$/.exec(text) ??
    /^(?:0?1[/.])(\d{1,2})[/.](\d{4})$/.exec(text);
  if (found) return plausible(Number(found[2]), Number(found[1]));
  found = /^(\p{L}+)\.?[-/. ']{0,2}(?:de |of )?(\d{4}|\d{2})$/u.exec(text);
  const named = found ? monthNamed(found[1]!) : null;
  if (found && named !== null) return plausible(year4(found[2]!), named);
  found = /^(\d{4}|\d{2})[-/. ']{1,2}(\p{L}+)\.?$/u.exec(text);
  const after = found ? monthNamed(found[2]!) : null;
  if (found && after !== null) return plausible(year4(found[1]!), after);
  if (year === null) return null;
  const alone =
    monthNamed(text.replace(/\.$/, '')) ??
    (Number(/^(?:tháng |thg\.? ?|t)(\d{1,2})$/.exec(text)?.[1] ?? /^(\d{1,2}) ?月$/.exec(text)?.[1]) || null);
  return alone === null ? null : plausible(year, alone);
}

/** Different months among the cells of a row. */
export const monthsAmong = (cells: readonly string[], year: number | null): number =>
  new Set(cells.flatMap((cell) => monthOf(cell, year)?.join('-') ?? [])).size;

/** The only year that a title, a sheet or a file is named by; null where there is none or are several. */
export function yearIn(...texts: (string | null)[]): number | null {
  const years = new Set(texts.flatMap((text) => text?.match(/(?<!\d)20\d\d(?!\d)/g) ?? []));
  return years.size === 1 ? Number([...years][0]) : null;
}

const isBlank = (cell: string | undefined): boolean => cell === undefined || /^[\s\-–—]*$/.test(cell);

/**
 * Whether a table has a row a customer and a column a month, with amounts where they meet: it is no list of orders until it is
 * turned. Never one that has a date of its own.
 */
export function monthTable(
  columns: readonly string[],
  rows: readonly string[][],
  year: number | null,
): MonthTable | null {
  const months = columns.flatMap((header, position) => {
    const month = monthOf(header, year);
    return month ? [{ position, day: `${month[0]}-${String(month[1]).padStart(2, '0')}-01` }] : [];
  });
  if (months.length < FEWEST || new Set(months.map(({ day }) => day)).size < months.length) return null;
  const others = columns.flatMap((_, at) => (months.some(({ position }) => position === at) ? [] : [at]));
  const fieldsOf = (at: number): Field[] => matchName(columns[at] ?? '').map(({ field }) => field);
  const isIdentity = (at: number) =>
    fieldsOf(at).some((field) => IDENTITY_FIELDS.some((one) => one === field));
  const holdsEmails = (at: number) => {
    const filled = rows.filter((row) => !isBlank(row[at]));
    return (
      filled.length > 0 &&
      filled.filter((row) => cellType(row[at] ?? '') === 'email').length > 0.8 * filled.length
    );
  };
  const holdsDates = (at: number) =>
    rows.filter((row) => cellType(row[at] ?? '') === 'date').length * 2 > rows.length;
  const isDate = (at: number) => fieldsOf(at).includes('date') || holdsDates(at);
  const isGoods = (at: number) =>
    fieldsOf(at).some((field) => ['product', 'sku', 'order_id'].includes(field));
  if (others.some((at) => isDate(at) || isGoods(at))) return null;
  const who = others.find(isIdentity) ?? others.find(holdsEmails);
  if (who === undefined) return null;
  const cells = rows
    .flatMap((row) => months.map(({ position }) => row[position]))
    .filter((cell) => !isBlank(cell));
  const numbers = cells.filter((cell) => cellType(cell ?? '') === 'number').length;
  const names = rows.map((row) => (row[who] ?? '').trim()).filter(Boolean);
  if (cells.length === 0 || numbers < 0.9 * cells.length || new Set(names).size < 0.9 * names.length)
    return null;
  return { who, kept: others.filter((at) => !SUM.test((columns[at] ?? '').trim())), months };
}
